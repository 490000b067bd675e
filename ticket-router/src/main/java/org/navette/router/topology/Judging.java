package org.navette.router.topology;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.ObjectReference;
import org.navette.messages.Organisation;
import org.navette.messages.Ticket;
import org.navette.messages.TicketAction;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.internal.IssuedObjects;
import org.navette.messages.internal.SubmissionJudged;
import org.navette.messages.internal.TransferJudged;
import org.navette.router.recipients.Judgement;
import org.navette.router.recipients.RecipientResolver;
import org.navette.router.recipients.Refusal;

/** Judges what comes by, and writes the judgement as the record that goes to the owner of the ticket. */
final class Judging {

    private Judging() {}

    /** Judges what needs no look-up, and lets pass what does. */
    static SpecificRecord atOnce(TicketSubmitted submission) {
        Classification classification = submission.getTicket().getClassification();
        if (classification.getDestination() == Destination.TECHNICAL_SUPPORT) {
            return judged(submission, Judgement.accepted(RecipientResolver.technicalSupport()));
        }
        if (classification.getDestination() == Destination.UNKNOWN) {
            throw new PoisonRecordException("a destination that this version doesn't know");
        }
        // Intake offers and takes none such: the recipient could ask nothing of an issuer who can't be found again.
        if (!submission.getTicket().getIssuer().getConnected()) {
            throw new PoisonRecordException("a business service is asked by somebody who is not signed in");
        }
        Refusal missing =
                switch (classification.getRequirement()) {
                    case BUSINESS_OBJECT -> missingForObject(submission.getTicket());
                    case RECIPIENT_ORGANISATION -> submission.getRequestedRecipient() == null
                            ? Refusal.RECIPIENT_MISSING
                            : null;
                    default -> throw new PoisonRecordException("nothing tells which business service is meant");
                };
        return missing == null ? submission : judged(submission, Judgement.refused(missing));
    }

    static SubmissionJudged byObject(TicketSubmitted submission, @Nullable IssuedObjects sameNumber) {
        String type = submission.getTicket().getObject().getType();
        return judged(
                submission, RecipientResolver.byObject(type, sameNumber == null ? List.of() : sameNumber.getObjects()));
    }

    static SubmissionJudged byRequest(TicketSubmitted submission, @Nullable Organisation organisation) {
        return judged(submission, RecipientResolver.byRequest(submission.getRequestedRecipient(), organisation));
    }

    static TransferJudged transfer(TicketAction action, @Nullable Organisation organisation) {
        Judgement judgement = RecipientResolver.byRequest(action.getTransferTo(), organisation);
        return judgement instanceof Judgement.Accepted accepted
                ? new TransferJudged(action, accepted.recipient(), null)
                : new TransferJudged(
                        action, null, ((Judgement.Refused) judgement).refusal().code());
    }

    private static @Nullable Refusal missingForObject(Ticket ticket) {
        ObjectReference object = ticket.getObject();
        if (object == null || object.getNumber().isBlank()) {
            return Refusal.OBJECT_NUMBER_MISSING;
        }
        if (object.getType().isBlank()) {
            return Refusal.OBJECT_TYPE_MISSING;
        }
        return ticket.getIssuer().getOrganisation() == null ? Refusal.ISSUER_MISSING : null;
    }

    private static SubmissionJudged judged(TicketSubmitted submission, Judgement judgement) {
        if (judgement instanceof Judgement.Accepted accepted) {
            return new SubmissionJudged(submission, accepted.recipient(), null, null);
        }
        Refusal refusal = ((Judgement.Refused) judgement).refusal();
        return new SubmissionJudged(submission, null, refusal.code(), refusal.field());
    }
}
