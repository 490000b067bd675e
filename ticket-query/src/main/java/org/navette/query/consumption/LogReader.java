package org.navette.query.consumption;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.navette.query.QuerySettings;
import org.navette.query.facts.Batch;
import org.navette.query.store.Partition;
import org.navette.query.store.Together;
import org.navette.query.store.Written;
import org.navette.schemas.WireFormat;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Reads a part of the log as fast as it can, whoever else reads it: without a group, and without anything kept. */
public class LogReader {

    /** A fetch brings some thousand records of a partition; a ticket's facts come together more often so. */
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private static final int POLL_RECORDS = 2_000;

    private final Map<String, Object> properties;
    private final QuerySettings settings;

    LogReader(KafkaProperties kafka, QuerySettings settings) {
        this.settings = settings;
        this.properties = kafka.buildConsumerProperties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "ticket-query-log-reader");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    }

    /**
     * Where everything that is kept begins.
     *
     * @throws IllegalStateException where facts are gone that are to be kept for ever
     */
    public Map<Partition, Long> starts(Collection<Partition> partitions) {
        List<TopicPartition> asked =
                partitions.stream().map(LogReader::topicPartition).toList();
        Map<Partition, Long> starts = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.beginningOffsets(asked, settings.brokerTimeout()).forEach((partition, start) -> {
                if (start > 0 && Topology.isKeptForEver(partition.topic())) {
                    throw new IllegalStateException(
                            "%s begins at offset %d: facts are missing".formatted(partition, start));
                }
                starts.put(Placement.partition(partition), start);
            });
        }
        return starts;
    }

    /**
     * Returns when everything between was written.
     *
     * @param from the first offset of each partition
     * @param to the one after the last, of the same partitions
     * @param write called by several threads; all facts of a ticket come from one of them, in order
     * @param waiting what is done while the registry is away
     */
    public void read(
            Map<Partition, Long> from,
            Map<Partition, Long> to,
            int threads,
            Function<Batch, Written> write,
            Waiting waiting,
            ReadingProgress progress) {
        Together.run(Shares.of(from, to, threads).stream()
                .map(share -> reading(from, share, write, waiting, progress))
                .toList());
    }

    private Callable<Void> reading(
            Map<Partition, Long> from,
            Map<Partition, Long> share,
            Function<Batch, Written> write,
            Waiting waiting,
            ReadingProgress progress) {
        return () -> {
            try (Consumer<byte[], byte[]> consumer = consumer();
                    RecordReader reader = new RecordReader(new WireFormat(settings.schemaRegistryUrl(), false))) {
                new ShareReader(consumer, reader, write, waiting, progress).read(from, share);
            }
            return null;
        };
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static TopicPartition topicPartition(Partition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }
}
