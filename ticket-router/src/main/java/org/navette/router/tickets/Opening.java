package org.navette.router.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.navette.messages.Actor;
import org.navette.messages.Fact;
import org.navette.messages.Issuer;
import org.navette.messages.Role;
import org.navette.messages.Status;
import org.navette.messages.Ticket;
import org.navette.messages.TicketOpened;
import org.navette.messages.TicketRefused;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.internal.SubmissionJudged;
import org.navette.messages.internal.TicketState;

/** The first change of every ticket. */
public final class Opening {

    /** A verdict needs this long to reach the form that waits for it; what comes later is mailed. */
    private static final Duration WAY_TO_THE_FORM = Duration.ofSeconds(1);

    private static final int FIRST_VERSION = 1;

    private Opening() {}

    public static Change of(SubmissionJudged judged, Instant now) {
        boolean refused = judged.getRecipient() == null;
        TicketSubmitted submission = judged.getSubmission();
        Ticket ticket = submission.getTicket();
        Status status = refused ? Status.REFUSED : Status.OPEN;
        Fact fact = new Fact(ticket.getNumber(), FIRST_VERSION, now, status, actor(ticket.getIssuer()));
        TicketState state = new TicketState(
                submission.getSubmissionId(),
                FIRST_VERSION,
                status,
                ticket,
                judged.getRecipient(),
                null,
                judged.getCode(),
                judged.getField(),
                List.of(),
                now);
        return refused
                ? new Change(state, refusal(fact, judged, isToldInForm(submission, now)), false)
                : new Change(state, new TicketOpened(fact, ticket, judged.getRecipient()), true);
    }

    private static TicketRefused refusal(Fact fact, SubmissionJudged judged, boolean toldInForm) {
        return new TicketRefused(
                fact, judged.getSubmission().getTicket(), judged.getCode(), judged.getField(), toldInForm);
    }

    private static boolean isToldInForm(TicketSubmitted submission, Instant now) {
        Instant until = submission.getVerdictAwaitedUntil();
        return until != null
                && submission.getVerdictPartition() != null
                && now.plus(WAY_TO_THE_FORM).isBefore(until);
    }

    private static Actor actor(Issuer issuer) {
        return new Actor(Role.ISSUER, issuer.getUser(), issuer.getOrganisation());
    }
}
