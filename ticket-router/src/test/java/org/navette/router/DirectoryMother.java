package org.navette.router;

import java.util.List;
import org.navette.messages.BusinessObject;
import org.navette.messages.ObjectRecipient;
import org.navette.messages.ObjectState;
import org.navette.messages.Organisation;
import org.navette.messages.OrganisationId;
import org.navette.messages.Service;

/** Business objects and organisations as upstream systems feed them in. */
public final class DirectoryMother {

    public static final ObjectRecipient TOWN_HALL =
            new ObjectRecipient(TicketMother.TOWN, "Ville de Lutèce", "COMPTA", "Comptabilité");
    public static final ObjectRecipient FORMER_RECIPIENT =
            new ObjectRecipient(new OrganisationId("SIRET", "13002526500013"), "Service d’avant", null, null);

    private DirectoryMother() {}

    public static BusinessObject invoice(String number) {
        return object("invoice", number, 2026, ObjectState.SENT, TOWN_HALL, null);
    }

    public static BusinessObject object(
            String type,
            String number,
            int year,
            ObjectState state,
            ObjectRecipient recipient,
            ObjectRecipient initialRecipient) {
        return new BusinessObject(
                type + "-" + number + "-" + year,
                type,
                number,
                year,
                TicketMother.SUPPLIER,
                state,
                recipient,
                initialRecipient);
    }

    public static Organisation town() {
        return new Organisation(
                TicketMother.TOWN,
                "Ville de Lutèce",
                true,
                true,
                false,
                List.of(new Service("COMPTA", "Comptabilité", true), new Service("ANCIEN", "Ancien service", false)));
    }
}
