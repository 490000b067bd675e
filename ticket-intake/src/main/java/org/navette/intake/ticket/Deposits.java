package org.navette.intake.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.idempotency.Deadline;
import org.navette.intake.idempotency.IdempotencyKey;
import org.navette.intake.idempotency.Reservation;
import org.navette.intake.idempotency.Reservations;
import org.navette.intake.number.TicketNumbers;
import org.navette.intake.publish.InFlight;
import org.navette.intake.publish.Publisher;
import org.navette.intake.submission.CheckedSubmission;
import org.navette.intake.verdict.Verdicts;
import org.navette.intake.verdict.Verdicts.Waiting;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;
import org.navette.schemas.Topics;

/** Gives submissions their number, publishes them, and waits for the verdict where that is asked for. */
final class Deposits {

    /** The database comes before the broker: together they must not take longer than the broker alone may. */
    private static final Duration LONGEST_WITH_KEY = Duration.ofMillis(4_500);

    private final TicketNumbers numbers;
    private final Reservations reservations;
    private final Publisher publisher;
    private final Repeats repeats;
    private final Verdicts verdicts;
    private final InFlight inFlight;
    private final Duration retryAfter;
    private final Clock clock;

    Deposits(
            TicketNumbers numbers,
            Reservations reservations,
            Publisher publisher,
            Repeats repeats,
            Verdicts verdicts,
            InFlight inFlight,
            Duration retryAfter,
            Clock clock) {
        this.numbers = numbers;
        this.reservations = reservations;
        this.publisher = publisher;
        this.repeats = repeats;
        this.verdicts = verdicts;
        this.inFlight = inFlight;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    /**
     * @param verdict null where nobody waited for it or it did not come in time
     * @param waited how long the client was ready to wait; zero where it was not, or could not
     */
    record Deposit(Reservation reservation, @Nullable TicketVerdict verdict, Duration waited) {}

    /** @param unconfirmed what is true until the outcome is known: it may be there or not */
    record Pending(CompletableFuture<Deposit> outcome, Problem unconfirmed) {}

    /** @throws ProblemException at once or in the future, where it can't be taken or confirmed */
    Pending deposit(CheckedSubmission.Fine checked, String endpoint, @Nullable IdempotencyKey key, Duration wait) {
        if (!inFlight.tryEnter()) {
            throw new ProblemException(Problem.overloaded(retryAfter));
        }
        Pending pending = null;
        try {
            Deadline deadline = key == null ? null : Deadline.in(LONGEST_WITH_KEY);
            Reservation as = reservation(checked, endpoint, key);
            CompletableFuture<Deposit> outcome = published(checked, as, wait, deadline);
            pending = new Pending(outcome, Problem.unconfirmed(as.number().value(), key != null, retryAfter));
            return pending;
        } finally {
            if (pending == null) {
                inFlight.leave();
            }
        }
    }

    private Reservation reservation(CheckedSubmission.Fine checked, String endpoint, @Nullable IdempotencyKey key) {
        Reservation fresh =
                new Reservation(numbers.next(), UUID.randomUUID().toString(), Instant.ofEpochMilli(clock.millis()));
        return key == null
                ? fresh
                : reservations.reserve(
                        key,
                        endpoint,
                        IdempotencyKey.fingerprint(checked.given().get()),
                        fresh);
    }

    /** @param deadline of a request with a key; null for one without, which has all the time that publishing may take */
    private CompletableFuture<Deposit> published(
            CheckedSubmission.Fine checked, Reservation as, Duration wait, @Nullable Deadline deadline) {
        TicketSubmitted submitted = checked.submission().numbered(as.number(), as.submissionId(), as.submittedAt());
        Optional<Waiting> waiting =
                wait.isZero() ? Optional.empty() : verdicts.await(as.number().value());
        if (waiting.isEmpty()) {
            return confirmed(submitted, as, deadline).thenApply(done -> new Deposit(as, null, Duration.ZERO));
        }
        submitted.setVerdictPartition(waiting.get().partition());
        submitted.setVerdictAwaitedUntil(Instant.ofEpochMilli(clock.millis()).plus(wait));
        CompletableFuture<TicketVerdict> verdict =
                waiting.get().verdict().copy().completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS);
        return confirmed(submitted, as, deadline)
                .thenCompose(done -> verdict)
                .exceptionally(error -> verdictInstead(verdict, error))
                .thenApply(found -> new Deposit(as, found, wait))
                .whenComplete((deposit, error) -> {
                    if (error != null) {
                        tellOnceRefused(checked, as, waiting.get());
                    } else if (deposit.verdict() == null) {
                        waitNoLonger(checked, as, waiting.get());
                    } else {
                        waiting.get().stop();
                    }
                });
    }

    /** Where the broker's confirmation was lost but the router's verdict is there, the ticket was written. */
    private static TicketVerdict verdictInstead(CompletableFuture<TicketVerdict> verdict, Throwable error) {
        TicketVerdict found = verdict.getNow(null);
        if (found == null) {
            throw error instanceof CompletionException known ? known : new CompletionException(error);
        }
        return found;
    }

    /**
     * The router may have refused meanwhile, and have left it to the form to tell. A repeat that nobody waits for lets it
     * tell by e-mail instead, and otherwise changes nothing; so it is not waited for either. Until it is published it keeps
     * its place among those that wait, so that there are never too many.
     */
    private void waitNoLonger(CheckedSubmission.Fine checked, Reservation as, Waiting waiting) {
        repeats.publish(checked.submission().numbered(as.number(), as.submissionId(), as.submittedAt()), waiting::stop);
    }

    /**
     * Where the broker does not answer, only the verdict can say that the ticket was written. Without it a repeat might be
     * the first that is, long after the client was told to look for another way.
     */
    private void tellOnceRefused(CheckedSubmission.Fine checked, Reservation as, Waiting waiting) {
        waiting.verdict()
                .orTimeout(Verdicts.LATEST.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((verdict, error) -> {
                    if (verdict == null || verdict.getAccepted()) {
                        waiting.stop();
                    } else {
                        waitNoLonger(checked, as, waiting);
                    }
                });
    }

    private CompletableFuture<Void> confirmed(TicketSubmitted submitted, Reservation as, @Nullable Deadline deadline) {
        String number = as.number().value();
        CompletableFuture<Void> published = publisher.publish(Topics.TICKETS_SUBMITTED, number, submitted);
        if (deadline == null) {
            return published.handle((done, error) -> {
                inFlight.leave();
                return confirmed(error, number, false);
            });
        }
        return published
                .whenComplete((done, error) -> inFlight.leave())
                .orTimeout(deadline.millisLeft(), TimeUnit.MILLISECONDS)
                .handle((done, error) -> confirmed(error, number, true));
    }

    private @Nullable Void confirmed(@Nullable Throwable error, String number, boolean keyed) {
        if (error != null) {
            throw new ProblemException(Problem.unconfirmed(number, keyed, retryAfter));
        }
        return null;
    }
}
