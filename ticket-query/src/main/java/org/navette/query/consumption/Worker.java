package org.navette.query.consumption;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.navette.query.QuerySettings;
import org.navette.query.facts.Batch;
import org.navette.query.facts.UnusableRecordException;
import org.navette.query.store.Partition;
import org.navette.query.store.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, writes, raises the positions, and again. There is one way out of everything that fails: the partitions wait,
 * paused, until the database says where to go on, and the consumer is put there. So nothing has to be kept in memory, and
 * the group membership stays alive meanwhile.
 */
final class Worker implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final Consumer<byte[], byte[]> consumer;
    private final AssignedPartitions partitions;
    private final RecordReader reader;
    private final Target target;
    private final DeadLetters deadLetters;
    private final ConsumptionState state;
    private final ConsumptionMetrics metrics;
    private final QuerySettings settings;

    private long nextPlacing = System.nanoTime();
    private long nextCheck = System.nanoTime();

    Worker(
            String name,
            Consumer<byte[], byte[]> consumer,
            RecordReader reader,
            Target target,
            DeadLetters deadLetters,
            ConsumptionState state,
            ConsumptionMetrics metrics,
            QuerySettings settings) {
        this.name = name;
        this.consumer = consumer;
        this.partitions = new AssignedPartitions(consumer);
        this.reader = reader;
        this.target = target;
        this.deadLetters = deadLetters;
        this.state = state;
        this.metrics = metrics;
        this.settings = settings;
    }

    void run(BooleanSupplier goOn) {
        consumer.subscribe(Topology.topics(), this);
        while (goOn.getAsBoolean()) {
            place();
            ConsumerRecords<byte[], byte[]> records = poll();
            try {
                project(records);
                check();
            } catch (MongoException | RegistryAwayException | KafkaException e) {
                turnBack(String.valueOf(e.getMessage()));
            }
        }
    }

    private void place() {
        if (partitions.waiting().isEmpty() || System.nanoTime() < nextPlacing) {
            return;
        }
        try {
            if (target.follow()) {
                partitions.awaitAll();
            }
            partitions.place(target.place(partitions.waiting()));
            state.noTrouble(name);
        } catch (MongoException | TimeoutException e) {
            state.trouble(name, String.valueOf(e.getMessage()));
        }
        nextPlacing = System.nanoTime() + settings.retryInterval().toNanos();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            partitions.await(e.partitions());
            return ConsumerRecords.empty();
        }
    }

    private void project(ConsumerRecords<byte[], byte[]> records) {
        if (!records.isEmpty()) {
            long begun = System.nanoTime();
            List<DeadLetter> dead = new ArrayList<>();
            Batch batch = read(records, dead);
            Written written = target.write(batch);
            addTooLarge(records, written, dead);
            deadLetters.send(dead);
            tellGaps(written);
            metrics.batch(records.count(), Duration.ofNanos(System.nanoTime() - begun));
        }
        raise();
    }

    private Batch read(ConsumerRecords<byte[], byte[]> records, List<DeadLetter> dead) {
        Batch batch = new Batch();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                reader.read(record, batch);
            } catch (UnusableRecordException e) {
                dead.add(new DeadLetter(record, e));
            }
        }
        return batch;
    }

    private static void addTooLarge(ConsumerRecords<byte[], byte[]> records, Written written, List<DeadLetter> dead) {
        if (written.tooLarge().isEmpty()) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String reason = written.tooLarge().get(RecordReader.key(record));
            if (reason != null) {
                dead.add(new DeadLetter(record, new UnusableRecordException(reason)));
            }
        }
    }

    private void tellGaps(Written written) {
        metrics.gaps(written.gaps().size());
        for (String number : written.gaps()) {
            LOG.atWarn()
                    .addKeyValue("ticketNumber", number)
                    .log("a fact of ticket {} came without its predecessor", number);
        }
    }

    private void raise() {
        Map<TopicPartition, Long> reached = partitions.ahead();
        Map<Partition, Long> raised = new HashMap<>();
        reached.forEach((partition, offset) -> raised.put(Placement.partition(partition), offset));
        if (target.raise(raised)) {
            partitions.stored(reached);
        } else {
            lost();
        }
    }

    private void check() {
        if (partitions.placed().isEmpty() || System.nanoTime() < nextCheck) {
            return;
        }
        nextCheck = System.nanoTime() + settings.checkInterval().toNanos();
        if (target.follow()) {
            LOG.info("{}: another read model has taken the place of this one", name);
            placeAnew();
            return;
        }
        if (!target.isStillRight(
                partitions.placed().stream().map(Placement::partition).toList())) {
            lost();
            return;
        }
        partitions.commit();
    }

    private void lost() {
        LOG.warn("{}: the database was interrupted or is not as it was left, it is caught up from the log", name);
        metrics.turnedBack();
        placeAnew();
    }

    private void placeAnew() {
        partitions.awaitAll();
        nextPlacing = System.nanoTime();
    }

    private void turnBack(String why) {
        state.trouble(name, why);
        partitions.awaitAll();
        nextPlacing = System.nanoTime() + settings.retryInterval().toNanos();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        partitions.add(assigned);
        nextPlacing = System.nanoTime();
        if (partitions.waiting().isEmpty()) {
            // Nothing waits for what this consumer was in trouble with, if anything: others may have it all.
            state.noTrouble(name);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        partitions.remove(revoked);
        revoked.forEach(state::noAlarm);
    }
}
