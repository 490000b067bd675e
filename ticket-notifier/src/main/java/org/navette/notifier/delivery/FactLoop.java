package org.navette.notifier.delivery;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.delivery.FactTask.LaneKey;
import org.navette.notifier.progress.Backoff;
import org.navette.notifier.progress.Lanes;
import org.navette.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches facts, hands them to the postmen, and commits what is done. It polls whatever happens: so it stays a member. */
final class FactLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FactLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

    private final KafkaClients clients;
    private final Preparation preparation;
    private final Lanes<LaneKey, FactTask> lanes;
    private final DeliveriesReader deliveries;
    private final Executor reader;
    private final Lease lease;
    private final Alarms alarms;
    private final NotifierSettings.Delivery settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    FactLoop(
            KafkaClients clients,
            Preparation preparation,
            Lanes<LaneKey, FactTask> lanes,
            DeliveriesReader deliveries,
            Executor reader,
            Lease lease,
            Alarms alarms,
            NotifierSettings.Delivery settings) {
        this.clients = clients;
        this.preparation = preparation;
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.reader = reader;
        this.lease = lease;
        this.alarms = alarms;
        this.settings = settings;
    }

    void stop() {
        stop.countDown();
    }

    /** Having left the group. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            for (int failures = 1; !stopping(); failures++) {
                try {
                    preparation.run();
                    failures = 0;
                    consume();
                } catch (KafkaException e) {
                    LOG.atWarn()
                            .addKeyValue("cause", e.getClass().getSimpleName())
                            .addKeyValue("message", e.getMessage())
                            .log("Can't read ticket-events; trying again");
                    stop.await(BACKOFF.after(failures).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            ended.countDown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() {
        Commits commits = new Commits(lease, settings.commitInterval());
        Consumer<byte[], byte[]> consumer = clients.facts();
        Partitions partitions =
                new Partitions(consumer, lanes, deliveries::read, reader, commits, alarms, settings.stopTimeout());
        KafkaClientMetrics metrics = clients.measure(consumer);
        try (consumer) {
            Flow flow = new Flow(lanes, settings);
            consumer.subscribe(List.of(Topics.TICKET_EVENTS.name()), partitions);
            while (!stopping()) {
                poll(consumer, partitions).forEach(partitions::accept);
                flow.regulate(consumer, partitions.all());
                commits.whenDue(consumer, partitions.all());
                partitions.check();
            }
        } finally {
            // Closing gives all of them back, unless that fails too: no lane may go on for a partition that nobody
            // watches.
            partitions.abandon();
            metrics.close();
        }
    }

    private static ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, Partitions partitions) {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions()
                    .forEach((partition, position) -> partitions.standStill(partition, "position " + position));
            return ConsumerRecords.empty();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }
}
