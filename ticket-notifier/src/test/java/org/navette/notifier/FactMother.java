package org.navette.notifier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Consumer;
import org.navette.messages.Actor;
import org.navette.messages.Classification;
import org.navette.messages.Correspondence;
import org.navette.messages.Destination;
import org.navette.messages.Fact;
import org.navette.messages.InformationRequested;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;
import org.navette.messages.Requirement;
import org.navette.messages.Role;
import org.navette.messages.SolutionProposed;
import org.navette.messages.Status;
import org.navette.messages.Ticket;
import org.navette.messages.TicketClosed;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.Wording;
import org.navette.schemas.TicketNumber;

/** Facts as the router writes them. */
public final class FactMother {

    private static final Random RANDOM = new Random(4);

    private FactMother() {}

    public static String number() {
        return TicketNumber.of(RANDOM.ints(TicketNumber.BODY_LENGTH, 0, 32).toArray())
                .value();
    }

    public static TicketOpened opened(String number, String email) {
        return opened(number, ticket -> ticket.getIssuer().setEmail(email));
    }

    public static TicketOpened opened(String number, Consumer<Ticket> change) {
        Ticket ticket = ticket(number);
        change.accept(ticket);
        OrganisationId city = new OrganisationId("SIRET", "21590350100017");
        return new TicketOpened(
                fact(number, 1, Status.OPEN),
                ticket,
                new Recipient(Destination.BUSINESS_SERVICE, city, "Ville de Lille", "VOIRIE", "Service voirie"));
    }

    public static TicketRefused refused(String number, String email, String code) {
        Ticket ticket = ticket(number);
        ticket.getIssuer().setEmail(email);
        return new TicketRefused(fact(number, 1, Status.REFUSED), ticket, code, "object.number", false);
    }

    public static InformationRequested requested(String number, int version, String email) {
        return new InformationRequested(
                fact(number, version, Status.AWAITING_INFORMATION),
                new Correspondence(true, email, "fr", "Facture non payée"),
                "Quel est le numéro\nde la commande ?");
    }

    public static SolutionProposed proposed(String number, int version, String email) {
        return new SolutionProposed(
                fact(number, version, Status.RESOLVED),
                new Correspondence(true, email, "fr", "Facture non payée"),
                "La facture a été payée.");
    }

    public static TicketClosed closed(String number, int version) {
        return new TicketClosed(fact(number, version, Status.CLOSED));
    }

    public static Ticket ticket(String number) {
        return new Ticket(
                number,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Classification(
                        "issued-invoices",
                        new Wording("Factures émises", "Issued invoices"),
                        "question-to-invoice-recipient",
                        new Wording("M-Question pour le destinataire", "M-Question for the recipient"),
                        Destination.BUSINESS_SERVICE,
                        Requirement.BUSINESS_OBJECT),
                new ObjectReference("invoice", "F-2026/001"),
                new Issuer(
                        true,
                        new OrganisationId("SIRET", "73282932000074"),
                        "Dupont SARL",
                        null,
                        "jd",
                        "jeanne@dupont.example",
                        "fr"),
                "Facture non payée",
                "Bonjour, ma facture n’est pas payée.");
    }

    private static Fact fact(String number, int version, Status status) {
        return new Fact(
                number,
                version,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                status,
                new Actor(Role.SYSTEM, null, null));
    }
}
