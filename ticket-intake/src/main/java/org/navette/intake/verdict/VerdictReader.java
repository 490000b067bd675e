package org.navette.intake.verdict;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.navette.messages.TicketVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListener;

/**
 * Reads verdicts from the partitions that this instance is assigned, from their ends, for older ones help nobody; but from
 * where it was in those that it had before: in one that was lost together with the broker somebody may still wait.
 */
final class VerdictReader implements MessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictReader.class);

    private final Verdicts verdicts;
    private final Deserializer<TicketVerdict> format;
    private final Set<Integer> assigned = new HashSet<>();

    /** By partition, also of those that are not assigned any more: the offset after the last verdict that was seen. */
    private final Map<Integer, Long> next = new HashMap<>();

    VerdictReader(Verdicts verdicts, Deserializer<TicketVerdict> format) {
        this.verdicts = verdicts;
        this.format = format;
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
        for (TopicPartition partition : partitions) {
            Long reached = next.get(partition.partition());
            if (reached == null) {
                consumer.seekToEnd(List.of(partition));
                // Finds the end now: at the first poll it could lie behind a verdict that somebody waits for.
                next.put(partition.partition(), consumer.position(partition));
            } else {
                consumer.seek(partition, reached);
            }
            assigned.add(partition.partition());
        }
        tell();
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> assigned.remove(partition.partition()));
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
