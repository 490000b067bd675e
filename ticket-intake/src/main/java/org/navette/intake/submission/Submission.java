package org.navette.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Classification;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.RecipientRequest;
import org.navette.messages.Ticket;
import org.navette.messages.TicketSubmitted;
import org.navette.schemas.TicketNumber;

/** A submission whose every field is fine by itself; whether its object and recipient exist is for the router to say. */
public record Submission(
        Classification classification,
        @Nullable ObjectReference object,
        Issuer issuer,
        String title,
        String description,
        @Nullable RecipientRequest recipient) {

    /** What is published: the same for every repeat under one number, submission id and time. */
    public TicketSubmitted numbered(TicketNumber number, String submissionId, Instant submittedAt) {
        Ticket ticket = new Ticket(number.value(), submittedAt, classification, object, issuer, title, description);
        return new TicketSubmitted(submissionId, ticket, recipient, null, null);
    }
}
