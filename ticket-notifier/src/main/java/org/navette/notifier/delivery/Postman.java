package org.navette.notifier.delivery;

import java.time.Duration;
import java.util.Optional;
import org.navette.notifier.delivery.FactTask.LaneKey;
import org.navette.notifier.progress.Lanes;
import org.navette.notifier.smtp.Gate;
import org.navette.notifier.smtp.MailConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a connection of its own that takes one fact after the other, until it is interrupted. */
final class Postman implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    private final Lanes<LaneKey, FactTask> lanes;
    private final Gate gate;
    private final Lease lease;
    private final Attempts attempts;
    private final FactReader facts;
    private final MailConnection connection;

    Postman(
            Lanes<LaneKey, FactTask> lanes,
            Gate gate,
            Lease lease,
            Attempts attempts,
            FactReader facts,
            MailConnection connection) {
        this.lanes = lanes;
        this.gate = gate;
        this.lease = lease;
        this.attempts = attempts;
        this.facts = facts;
        this.connection = connection;
    }

    @Override
    public void run() {
        try (connection) {
            while (!Thread.interrupted()) {
                while (gate.cause() != null) {
                    // The server may allow only so many, and whoever opens the gate needs one.
                    connection.close();
                    gate.awaitOpen();
                }
                lease.awaitHeld();
                work(lanes.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Lanes<LaneKey, FactTask>.Turn turn) throws InterruptedException {
        FactTask task = turn.task();
        if (!task.assignment().enter()) {
            turn.finished();
            return;
        }
        try {
            Optional<Duration> next = attempts.attempt(task, facts, connection);
            if (next.isPresent()) {
                turn.again(next.get());
            } else {
                task.finished();
                turn.finished();
            }
        } catch (RuntimeException | Error e) {
            // An error too: else the ticket would have lost its turn, and wait for ever.
            LOG.atError()
                    .addKeyValue("partition", task.record().partition())
                    .addKeyValue("offset", task.record().offset())
                    .addKeyValue("cause", e.getClass().getName())
                    .log("An attempt failed in a way that was not foreseen; it is repeated");
            turn.again(AFTER_A_FAULT);
        } finally {
            task.assignment().leave();
        }
    }
}
