package org.navette.query;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.ActionRejected;
import org.navette.messages.ActionType;
import org.navette.messages.Actor;
import org.navette.messages.Classification;
import org.navette.messages.Correspondence;
import org.navette.messages.Destination;
import org.navette.messages.Fact;
import org.navette.messages.InformationGiven;
import org.navette.messages.InformationRequested;
import org.navette.messages.Issuer;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.Recipient;
import org.navette.messages.Requirement;
import org.navette.messages.Role;
import org.navette.messages.SolutionAccepted;
import org.navette.messages.SolutionProposed;
import org.navette.messages.Status;
import org.navette.messages.Ticket;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketTaken;
import org.navette.messages.TicketTransferred;
import org.navette.messages.Wording;
import org.navette.schemas.TicketNumber;

/** Facts of plausible tickets. */
public final class FactMother {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final OrganisationId SUPPLIER = new OrganisationId("SIRET", "73282932000074");
    public static final OrganisationId TOWN = new OrganisationId("SIRET", "21750001600019");

    private static final Actor SYSTEM = new Actor(Role.SYSTEM, null, null);
    private static final Actor ISSUER = new Actor(Role.ISSUER, "alice", SUPPLIER);
    private static final Actor AGENT = new Actor(Role.RECIPIENT, "bob", TOWN);

    private FactMother() {}

    public static String aNumber() {
        return TicketNumber.of(
                        IntStream.generate(() -> ThreadLocalRandom.current().nextInt(32))
                                .limit(TicketNumber.BODY_LENGTH)
                                .toArray())
                .value();
    }

    public static Recipient town(@Nullable String service) {
        return new Recipient(Destination.BUSINESS_SERVICE, TOWN, "Ville de Paris", service, service);
    }

    public static Recipient technicalSupport() {
        return new Recipient(Destination.TECHNICAL_SUPPORT, null, null, null, null);
    }

    public static Ticket ticket(String number) {
        return ticket(number, NOON, SUPPLIER, Destination.BUSINESS_SERVICE, "question-to-invoice-recipient");
    }

    public static Ticket ticket(
            String number,
            Instant submittedAt,
            @Nullable OrganisationId issuer,
            Destination destination,
            String subCategory) {
        boolean business = destination == Destination.BUSINESS_SERVICE;
        return new Ticket(
                number,
                submittedAt,
                new Classification(
                        "issued-invoices",
                        new Wording("Factures émises", "Issued invoices"),
                        subCategory,
                        new Wording("M-Question pour le destinataire", "M-Question for the recipient"),
                        destination,
                        business ? Requirement.BUSINESS_OBJECT : Requirement.NOTHING),
                business ? new ObjectReference("invoice", "F-2026/001") : null,
                new Issuer(
                        issuer != null,
                        issuer,
                        issuer == null ? null : "Fournitures & Cie",
                        null,
                        issuer == null ? null : "alice",
                        "alice@supplier.example",
                        "fr"),
                "Où en est ma facture ? 📄",
                "Première ligne\nSeconde ligne, accentuée : éàü");
    }

    public static TicketOpened opened(String number) {
        return opened(ticket(number), town("SRV1"));
    }

    public static TicketOpened opened(Ticket ticket, Recipient recipient) {
        return new TicketOpened(fact(ticket.getNumber(), 1, Status.OPEN, SYSTEM), ticket, recipient);
    }

    public static TicketRefused refused(String number) {
        return new TicketRefused(
                fact(number, 1, Status.REFUSED, SYSTEM), ticket(number), "object-not-found", "object.number", false);
    }

    public static TicketTaken taken(String number, int version) {
        return new TicketTaken(fact(number, version, Status.OPEN, AGENT), "bob");
    }

    public static InformationRequested asked(String number, int version) {
        return new InformationRequested(
                fact(number, version, Status.AWAITING_INFORMATION, AGENT), correspondence(), "Quelle facture ?");
    }

    public static InformationGiven answered(String number, int version) {
        return new InformationGiven(fact(number, version, Status.OPEN, ISSUER), "Celle de mars");
    }

    public static TicketTransferred transferred(String number, int version) {
        return new TicketTransferred(fact(number, version, Status.OPEN, AGENT), technicalSupport());
    }

    public static SolutionProposed solved(String number, int version) {
        return new SolutionProposed(
                fact(number, version, Status.RESOLVED, AGENT), correspondence(), "Elle est mise en paiement");
    }

    public static SolutionAccepted accepted(String number, int version) {
        return new SolutionAccepted(fact(number, version, Status.CLOSED, ISSUER));
    }

    public static ActionRejected rejected(String number, int version) {
        return new ActionRejected(
                fact(number, version, Status.OPEN, ISSUER), "action-1", ActionType.ACCEPT_SOLUTION, "wrong-status");
    }

    public static MailDelivery mail(String number, MailOutcome outcome) {
        return new MailDelivery(
                number,
                1,
                0L,
                number + ".1@navette.example",
                outcome,
                NOON,
                1,
                outcome == MailOutcome.SENT ? null : "550");
    }

    /** A ticket's whole life, in order: seven facts, closed at the end. */
    public static List<SpecificRecord> life(String number) {
        return List.of(
                opened(number),
                taken(number, 2),
                asked(number, 3),
                answered(number, 4),
                transferred(number, 5),
                solved(number, 6),
                accepted(number, 7));
    }

    private static Correspondence correspondence() {
        return new Correspondence(true, "alice@supplier.example", "fr", "Où en est ma facture ?");
    }

    private static Fact fact(String number, int version, Status status, Actor actor) {
        return new Fact(number, version, NOON.plusSeconds(60L * version), status, actor);
    }
}
