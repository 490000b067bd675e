package org.navette.intake.publish;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.navette.messages.BusinessObject;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectState;
import org.navette.messages.Organisation;
import org.navette.messages.OrganisationId;
import org.navette.messages.Requirement;
import org.navette.messages.Ticket;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.Wording;

/** A record of every type that intake writes; never published, only shown to the registry. */
final class Samples {

    private static final OrganisationId ORGANISATION = new OrganisationId("", "");
    private static final Wording WORDING = new Wording("", "");

    static final List<SpecificRecord> ALL = List.of(
            new TicketSubmitted(
                    "",
                    new Ticket(
                            "",
                            Instant.EPOCH,
                            new Classification(
                                    "", WORDING, "", WORDING, Destination.TECHNICAL_SUPPORT, Requirement.NOTHING),
                            null,
                            new Issuer(false, null, null, null, null, "", ""),
                            "",
                            ""),
                    null,
                    null,
                    null),
            new Organisation(ORGANISATION, "", true, false, false, List.of()),
            new BusinessObject("", "", "", 0, ORGANISATION, ObjectState.SENT, null, null));

    private Samples() {}
}
