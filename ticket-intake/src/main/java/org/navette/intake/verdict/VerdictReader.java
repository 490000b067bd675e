package org.navette.intake.verdict;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.navette.messages.TicketVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListener;

/**
 * Reads verdicts from the partitions that this instance is assigned, from their ends, for older ones help nobody; but from
 * where it was in those that it had a moment ago: in one that was lost together with the broker somebody may still wait.
 */
final class VerdictReader implements MessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictReader.class);

    /** A verdict is waited for by a client, for a minute at most, and after it by intake. */
    static final Duration LONGEST_USE = Verdicts.LATEST.plusMinutes(1);

    /** For all partitions together: no verdict is read meanwhile. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private static final Duration LONGEST_RETRY = Duration.ofMillis(100);

    private final Verdicts verdicts;
    private final Deserializer<TicketVerdict> format;
    private final Set<Integer> assigned = new HashSet<>();

    /** Those that are assigned, too, and where nobody may wait, as it is not known where they end. */
    private final Set<Integer> unplaced = new HashSet<>();

    /** By partition, also of those that are not assigned any more: the offset after the last verdict that was seen. */
    private final Map<Integer, Long> next = new HashMap<>();

    private final Map<Integer, Long> lostAtNanos = new HashMap<>();
    private final LongSupplier nanoTime;

    VerdictReader(Verdicts verdicts, Deserializer<TicketVerdict> format, LongSupplier nanoTime) {
        this.verdicts = verdicts;
        this.format = format;
        this.nanoTime = nanoTime;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> verdict) {
        next.put(verdict.partition(), verdict.offset() + 1);
        if (verdict.key() == null || verdict.value() == null || !verdicts.isAwaited(verdict.key())) {
            return;
        }
        try {
            verdicts.arrived(format.deserialize(verdict.topic(), verdict.value()));
        } catch (SerializationException | ClassCastException e) {
            LOG.warn("A verdict could not be read; its client is answered without it", e);
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // Told of a rebalance that brought nothing new, too; and without partitions, all that are read would be moved.
        if (partitions.isEmpty()) {
            return;
        }
        partitions.forEach(partition -> {
            if (wasLostLongAgo(partition.partition())) {
                next.remove(partition.partition());
            }
        });
        List<TopicPartition> atTheirEnds = partitions.stream()
                .filter(partition -> !next.containsKey(partition.partition()))
                .toList();
        if (!atTheirEnds.isEmpty()) {
            // All at once: while one without a leader is waited for, the others' ends are found, too.
            consumer.seekToEnd(atTheirEnds);
        }
        long began = nanoTime.getAsLong();
        for (TopicPartition partition : partitions) {
            place(consumer, partition, LONGEST_LOOK.minusNanos(nanoTime.getAsLong() - began));
        }
        tell();
    }

    /** Nothing came from the partition for a while, as from one whose place was not found. */
    void onIdle(Consumer<?, ?> consumer, TopicPartition partition) {
        if (unplaced.contains(partition.partition())) {
            place(consumer, partition, LONGEST_RETRY);
            tell();
        }
    }

    private void place(Consumer<?, ?> consumer, TopicPartition partition, Duration limit) {
        int number = partition.partition();
        Long reached = next.get(number);
        try {
            if (reached == null) {
                // Finds the end now: at the first poll it could lie behind a verdict that somebody waits for.
                next.put(number, consumer.position(partition, limit.isNegative() ? Duration.ZERO : limit));
            } else {
                consumer.seek(partition, reached);
            }
            assigned.add(number);
            unplaced.remove(number);
        } catch (TimeoutException e) {
            if (unplaced.add(number)) {
                LOG.warn("The end of {} was not found: until it is, nobody waits for a verdict there", partition);
            }
        }
    }

    private boolean wasLostLongAgo(int partition) {
        Long lostAt = lostAtNanos.get(partition);
        return lostAt != null && nanoTime.getAsLong() - lostAt > LONGEST_USE.toNanos();
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            assigned.remove(partition.partition());
            unplaced.remove(partition.partition());
            lostAtNanos.put(partition.partition(), nanoTime.getAsLong());
        });
        tell();
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevokedBeforeCommit(consumer, partitions);
    }

    private void tell() {
        verdicts.reads(assigned.stream().mapToInt(Integer::intValue).toArray());
    }
}
