package org.navette.router.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.navette.messages.Actor;
import org.navette.messages.Fact;
import org.navette.messages.Issuer;
import org.navette.messages.Role;
import org.navette.messages.Status;
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
        TicketSubmitted submission = judged.getSubmission();
        boolean refused = judged.getRecipient() == null;
        TicketState state = new TicketState(
                submission.getSubmissionId(),
                FIRST_VERSION,
                refused ? Status.REFUSED : Status.OPEN,
                submission.getTicket(),
                judged.getRecipient(),
                null,
                judged.getCode(),
                judged.getField(),
                refused && isToldInForm(submission, now),
                List.of(),
                now);
        return refused
                ? new Change(state, refusal(state), false)
                : new Change(state, new TicketOpened(fact(state), submission.getTicket(), judged.getRecipient()), true);
    }

    /**
     * What a repeat changes. Where the refusal is told in the form alone and nobody waits there any more, the wait ended
     * without it: it is said once more, to be mailed. Everything else was said.
     */
    public static Optional<Change> repeated(TicketState known, TicketSubmitted repeat, Instant now) {
        if (!known.getToldInForm() || isAwaited(repeat)) {
            return Optional.empty();
        }
        TicketState state = TicketState.newBuilder(known)
                .setVersion(known.getVersion() + 1)
                .setToldInForm(false)
                .setChangedAt(now)
                .build();
        return Optional.of(new Change(state, refusal(state), false));
    }

    private static TicketRefused refusal(TicketState state) {
        return new TicketRefused(
                fact(state), state.getTicket(), state.getRefusalCode(), state.getRefusalField(), state.getToldInForm());
    }

    private static Fact fact(TicketState state) {
        return new Fact(
                state.getTicket().getNumber(),
                state.getVersion(),
                state.getChangedAt(),
                state.getStatus(),
                actor(state.getTicket().getIssuer()));
    }

    private static boolean isAwaited(TicketSubmitted submission) {
        return submission.getVerdictPartition() != null || submission.getVerdictAwaitedUntil() != null;
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
