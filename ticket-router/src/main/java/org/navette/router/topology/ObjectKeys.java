package org.navette.router.topology;

import org.navette.messages.BusinessObject;
import org.navette.messages.OrganisationId;
import org.navette.messages.Ticket;
import org.navette.schemas.Keys;

/** What tickets and objects meet under: the issuing organisation and the object's number. */
final class ObjectKeys {

    private ObjectKeys() {}

    static String of(BusinessObject object) {
        return key(object.getIssuer(), object.getNumber());
    }

    static String of(Ticket ticket) {
        return key(ticket.getIssuer().getOrganisation(), ticket.getObject().getNumber());
    }

    private static String key(OrganisationId issuer, String number) {
        return Keys.of(issuer) + "|" + number;
    }
}
