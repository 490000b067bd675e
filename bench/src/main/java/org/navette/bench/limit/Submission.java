package org.navette.bench.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.Requirement;
import org.navette.messages.Ticket;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.Wording;

/** The body of a submission, bound by the framework. */
record Submission(
        @Nullable String category,
        @Nullable String subCategory,
        @Nullable String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable From issuer,
        @Nullable About object,
        @Nullable To recipient) {

    record From(@Nullable Id organisation, @Nullable String user, @Nullable String email) {}

    record Id(@Nullable String scheme, @Nullable String value) {}

    record About(@Nullable String type, @Nullable String number) {}

    record To(@Nullable Id organisation) {}

    private static final Wording LABEL = new Wording("Une catégorie de tickets", "A category of tickets");

    /** No more than a bare handler must know. */
    boolean isValid() {
        return category != null
                && subCategory != null
                && title != null
                && !title.isBlank()
                && title.length() <= 200
                && description != null
                && description.length() <= 10_000
                && issuer != null
                && issuer.organisation() != null
                && issuer.email() != null;
    }

    TicketSubmitted submitted(String number) {
        var ticket = new Ticket(
                number,
                Instant.now(),
                new Classification(
                        category, LABEL, subCategory, LABEL, Destination.TECHNICAL_SUPPORT, Requirement.NOTHING),
                object == null ? null : new ObjectReference(object.type(), object.number()),
                new Issuer(
                        true,
                        new OrganisationId(
                                issuer.organisation().scheme(),
                                issuer.organisation().value()),
                        null,
                        null,
                        issuer.user(),
                        issuer.email(),
                        language),
                title,
                description);
        return new TicketSubmitted(number, ticket, null, null, null);
    }
}
