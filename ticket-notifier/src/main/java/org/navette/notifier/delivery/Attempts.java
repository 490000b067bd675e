package org.navette.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.messages.MailOutcome;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.delivery.FactReader.PoisonException;
import org.navette.notifier.delivery.FactReader.RegistryAwayException;
import org.navette.notifier.letter.Letter;
import org.navette.notifier.letter.Letters;
import org.navette.notifier.progress.Backoff;
import org.navette.notifier.smtp.Answer;
import org.navette.notifier.smtp.Gate;
import org.navette.notifier.smtp.MailConnection;
import org.navette.notifier.smtp.Reason;
import org.navette.schemas.TicketNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to tell the issuer of a ticket a fact. */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int TRIPS_FORGIVEN = 3;
    private static final Optional<Duration> DONE = Optional.empty();
    private static final Optional<Duration> SOON = Optional.of(Duration.ofMillis(200));
    private static final Optional<Duration> REGISTRY_AWAY = Optional.of(Duration.ofSeconds(1));

    private final Outcomes outcomes;
    private final DeadLetters deadLetters;
    private final Gate gate;
    private final Lease lease;
    private final MailMetrics metrics;
    private final NotifierSettings.Delivery settings;
    private final Backoff backoff;
    private final Clock clock;

    Attempts(
            Outcomes outcomes,
            DeadLetters deadLetters,
            Gate gate,
            Lease lease,
            MailMetrics metrics,
            NotifierSettings.Delivery settings,
            Clock clock) {
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
        this.gate = gate;
        this.lease = lease;
        this.metrics = metrics;
        this.settings = settings;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost());
        this.clock = clock;
    }

    /** @return after which time the next attempt is due; empty where the fact is done */
    Optional<Duration> attempt(FactTask task, FactReader facts, MailConnection connection) throws InterruptedException {
        if (task.isForOthers()) {
            return nothingToSend(task);
        }
        try {
            SpecificRecord fact = facts.read(task.record());
            Optional<Letter> letter = Letters.about(fact);
            return letter.isEmpty() ? nothingToSend(task) : send(task, letter.get(), connection);
        } catch (PoisonException e) {
            return poison(task, e);
        } catch (RegistryAwayException e) {
            return REGISTRY_AWAY;
        }
    }

    private Optional<Duration> send(FactTask task, Letter letter, MailConnection connection)
            throws InterruptedException, PoisonException {
        if (!TicketNumber.isWellFormed(letter.ticketNumber())) {
            // No mail could name it, nor could any outcome be noted.
            throw new PoisonException("not a ticket number");
        }
        if (letter.occurredAt().isBefore(clock.instant().minus(settings.forgetAfter()))) {
            metrics.forgotten();
            return nothingToSend(task);
        }
        if (!lease.holds()) {
            return SOON;
        }
        task.window().starts(task.record().offset());
        Answer answer = answer(letter, connection);
        if (answer instanceof Answer.ServerAway away) {
            return serverAway(task, away.cause());
        }
        if (answer instanceof Answer.Cut cut) {
            return cut(task, letter, cut.cause());
        }
        if (answer instanceof Answer.Unwelcome unwelcome) {
            return unwelcome(task, letter, unwelcome.reason());
        }
        if (answer instanceof Answer.Accepted) {
            gate.took();
            return ended(task, letter, MailOutcome.SENT, null);
        }
        gate.works();
        if (answer instanceof Answer.PutOff putOff) {
            return putOff(task, letter, putOff.reason());
        }
        return failed(task, letter, MailOutcome.UNDELIVERABLE, ((Answer.Refused) answer).reason());
    }

    /** Where the server takes other mails meanwhile, it is about this address after all. */
    private Optional<Duration> unwelcome(FactTask task, Letter letter, Reason reason) throws InterruptedException {
        if (task.othersWereTaken(gate.taken())) {
            gate.works();
            return putOff(task, letter, reason);
        }
        task.tripped();
        return serverAway(task, "doesn't take mails from us: " + reason.code());
    }

    /**
     * Mostly the server's fault. But what is cut again and again while the server takes other mails must not cut connections
     * for ever, nor be repeated for ever where the server took it and did not say so.
     */
    private Optional<Duration> cut(FactTask task, Letter letter, String cause) throws InterruptedException {
        boolean othersWereTaken = task.othersWereTaken(gate.taken());
        task.tripped();
        return othersWereTaken && task.trips() > TRIPS_FORGIVEN
                ? putOff(task, letter, Reason.withoutAnswer(cause))
                : serverAway(task, cause);
    }

    /** Again at once when the gate opens; but one that closes it each time must not do so without end. */
    private Optional<Duration> serverAway(FactTask task, String cause) {
        task.window().putOff(task.record().offset());
        gate.close(cause);
        int tooMany = task.trips() - TRIPS_FORGIVEN;
        return Optional.of(tooMany <= 0 ? Duration.ZERO : backoff.after(tooMany));
    }

    private static Answer answer(Letter letter, MailConnection connection) throws PoisonException {
        try {
            return connection.send(letter);
        } catch (RuntimeException e) {
            throw new PoisonException("can't be rendered", e);
        }
    }

    private Optional<Duration> putOff(FactTask task, Letter letter, Reason reason) throws InterruptedException {
        Duration now = gate.openFor();
        Duration since = task.putOff(now);
        if (now.minus(since).compareTo(settings.giveUpAfter()) > 0) {
            return failed(task, letter, MailOutcome.GIVEN_UP, reason);
        }
        task.window().putOff(task.record().offset());
        return Optional.of(backoff.after(task.attempts() - 1));
    }

    private Optional<Duration> failed(FactTask task, Letter letter, MailOutcome outcome, Reason reason)
            throws InterruptedException {
        LOG.atWarn()
                .addKeyValue("ticketNumber", letter.ticketNumber())
                .addKeyValue("outcome", outcome)
                .addKeyValue("smtpCode", reason.code())
                .log("An e-mail could not be delivered");
        // First, because the outcome says that the fact is done: a dead letter may come twice, but never be missing.
        deadLetters.write(task, "org.navette.notifier.mail." + outcome, reason.code() + " " + reason.text());
        return ended(task, letter, outcome, reason);
    }

    private Optional<Duration> ended(FactTask task, Letter letter, MailOutcome outcome, @Nullable Reason reason)
            throws InterruptedException {
        long delivery = outcomes.record(task, letter, outcome, reason);
        task.window().done(task.record().offset(), delivery);
        metrics.ended(outcome);
        return DONE;
    }

    private Optional<Duration> nothingToSend(FactTask task) {
        task.window().done(task.record().offset());
        return DONE;
    }

    private Optional<Duration> poison(FactTask task, PoisonException e) throws InterruptedException {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        LOG.atError()
                .addKeyValue("partition", task.record().partition())
                .addKeyValue("offset", task.record().offset())
                .addKeyValue("cause", cause.getClass().getName())
                .log("A fact that can't be handled goes to the dead letters");
        deadLetters.write(task, cause.getClass().getName(), String.valueOf(e.getMessage()));
        metrics.poison();
        return nothingToSend(task);
    }
}
