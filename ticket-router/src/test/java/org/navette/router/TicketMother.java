package org.navette.router;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.RecipientRequest;
import org.navette.messages.Requirement;
import org.navette.messages.Ticket;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.Wording;
import org.navette.schemas.TicketNumber;

/** Submissions as intake makes them. */
public final class TicketMother {

    public static final OrganisationId SUPPLIER = new OrganisationId("SIRET", "73282932000074");
    public static final OrganisationId OTHER_SUPPLIER = new OrganisationId("SIRET", "40483304800022");
    public static final OrganisationId TOWN = new OrganisationId("SIRET", "21750001600019");
    public static final String CLERK = "clerk-7";

    private TicketMother() {}

    public static String aNumber() {
        int[] body = ThreadLocalRandom.current()
                .ints(TicketNumber.BODY_LENGTH, 0, 32)
                .toArray();
        return TicketNumber.of(body).value();
    }

    public static TicketSubmitted aTechnicalSubmission() {
        return submission(classification(Destination.TECHNICAL_SUPPORT, Requirement.NOTHING), connected(), null, null);
    }

    public static TicketSubmitted anAnonymousSubmission() {
        Issuer issuer = new Issuer(false, null, null, null, null, "someone@example.org", "en");
        return submission(classification(Destination.TECHNICAL_SUPPORT, Requirement.NOTHING), issuer, null, null);
    }

    public static TicketSubmitted aSubmissionAbout(String type, String number) {
        return submission(
                classification(Destination.BUSINESS_SERVICE, Requirement.BUSINESS_OBJECT),
                connected(),
                new ObjectReference(type, number),
                null);
    }

    public static TicketSubmitted aSubmissionTo(OrganisationId organisation, String service) {
        return submission(
                classification(Destination.BUSINESS_SERVICE, Requirement.RECIPIENT_ORGANISATION),
                connected(),
                null,
                new RecipientRequest(organisation, service));
    }

    public static TicketSubmitted submission(
            Classification classification, Issuer issuer, ObjectReference object, RecipientRequest request) {
        String number = aNumber();
        Ticket ticket = new Ticket(
                number,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                classification,
                object,
                issuer,
                "Où en est ma facture ? 🚢",
                "Première ligne\nseconde ligne");
        return new TicketSubmitted("submission-of-" + number, ticket, request, null, null);
    }

    public static Classification classification(Destination destination, Requirement requirement) {
        Wording label = new Wording("Libellé", "Label");
        return new Classification("category", label, "sub-category", label, destination, requirement);
    }

    public static Issuer connected() {
        return new Issuer(true, SUPPLIER, "Fournitures du Nord", null, CLERK, "clerk@example.org", "fr");
    }
}
