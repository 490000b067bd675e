package org.navette.notifier.letter;

import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Classification;
import org.navette.messages.Correspondence;
import org.navette.messages.Destination;
import org.navette.messages.Fact;
import org.navette.messages.InformationRequested;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.Recipient;
import org.navette.messages.SolutionProposed;
import org.navette.messages.Ticket;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.Wording;

/** Which facts the issuer is told by e-mail. */
public final class Letters {

    private Letters() {}

    /** Empty where the issuer knows already, because it did it itself or was told in the form. */
    public static Optional<Letter> about(SpecificRecord fact) {
        if (fact instanceof TicketOpened opened) {
            return Optional.of(deposited(opened));
        }
        if (fact instanceof TicketRefused refused) {
            return refused.getToldInForm() ? Optional.empty() : Optional.of(refused(refused));
        }
        if (fact instanceof InformationRequested requested) {
            return Optional.of(reply(
                    Letter.Kind.INFORMATION_REQUESTED,
                    requested.getFact(),
                    requested.getCorrespondence(),
                    requested.getText()));
        }
        if (fact instanceof SolutionProposed proposed) {
            return Optional.of(reply(
                    Letter.Kind.SOLUTION_PROPOSED,
                    proposed.getFact(),
                    proposed.getCorrespondence(),
                    proposed.getText()));
        }
        return Optional.empty();
    }

    private static Letter deposited(TicketOpened opened) {
        Recipient recipient = opened.getRecipient();
        boolean business = recipient.getDestination() == Destination.BUSINESS_SERVICE;
        return submission(
                Letter.Kind.DEPOSITED, opened.getFact(), opened.getTicket(), business ? name(recipient) : null, null);
    }

    private static Letter refused(TicketRefused refused) {
        var refusal = new Letter.Refusal(refused.getCode(), refused.getField());
        return submission(Letter.Kind.REFUSED, refused.getFact(), refused.getTicket(), null, refusal);
    }

    private static Letter submission(
            Letter.Kind kind, Fact fact, Ticket ticket, @Nullable String recipient, Letter.@Nullable Refusal refusal) {
        Issuer issuer = ticket.getIssuer();
        Locale language = language(issuer.getLanguage());
        Classification about = ticket.getClassification();
        ObjectReference object = ticket.getObject();
        var matter = new Letter.Matter(
                in(language, about.getCategoryLabel()),
                in(language, about.getSubCategoryLabel()),
                recipient,
                object == null ? null : object.getNumber());
        return new Letter(
                kind,
                fact.getTicketNumber(),
                fact.getVersion(),
                fact.getOccurredAt(),
                issuer.getEmail(),
                language,
                issuer.getConnected(),
                ticket.getTitle(),
                matter,
                null,
                refusal);
    }

    private static Letter reply(Letter.Kind kind, Fact fact, Correspondence to, String text) {
        return new Letter(
                kind,
                fact.getTicketNumber(),
                fact.getVersion(),
                fact.getOccurredAt(),
                to.getEmail(),
                language(to.getLanguage()),
                to.getConnected(),
                to.getTitle(),
                null,
                text,
                null);
    }

    private static @Nullable String name(Recipient recipient) {
        String organisation = recipient.getOrganisationName();
        String service = recipient.getServiceName();
        return organisation == null || service == null ? organisation : organisation + " – " + service;
    }

    private static String in(Locale language, Wording wording) {
        return language.equals(Locale.ENGLISH) ? wording.getEn() : wording.getFr();
    }

    /** French is the language of the interface; only those who chose English are written to in English. */
    private static Locale language(String code) {
        return "en".equals(code) ? Locale.ENGLISH : Locale.FRENCH;
    }
}
