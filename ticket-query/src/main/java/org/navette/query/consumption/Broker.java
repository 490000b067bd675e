package org.navette.query.consumption;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.navette.query.QuerySettings;
import org.navette.query.store.Partition;
import org.navette.schemas.MissingTopics;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** What this service asks the broker beside reading. Every method throws {@link KafkaException} where it is away. */
@Component
public class Broker implements AutoCloseable {

    private final Map<String, Object> properties;
    private final int partitions;
    private @Nullable Admin admin;

    Broker(KafkaProperties kafka, QuerySettings settings) {
        int limit = Math.toIntExact(settings.brokerTimeout().toMillis());
        this.properties = kafka.buildAdminProperties();
        this.partitions = settings.topicPartitions();
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "ticket-query-admin");
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, limit);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limit);
    }

    void createTopics() {
        try {
            MissingTopics.create(admin(), Topology.readAndWritten(), partitions);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The ends that readers of committed records can reach. */
    public Map<TopicPartition, Long> logEnds() {
        return ends(Topology.topics());
    }

    private Map<TopicPartition, Long> ends(List<String> names) {
        Map<String, TopicDescription> topics =
                await(admin().describeTopics(names).allTopicNames());
        Map<TopicPartition, OffsetSpec> latest = topics.values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                await(admin().listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    /** {@link #logEnds}, as the read model names partitions. */
    public Map<Partition, Long> ends() {
        return logEnds().entrySet().stream()
                .collect(Collectors.toMap(entry -> Placement.partition(entry.getKey()), Map.Entry::getValue));
    }

    /** How many dead letters this service has ever written; who has handled them may have deleted them. */
    public long deadLetters() {
        List<String> names =
                Topology.topics().stream().map(Topology::deadLettersOf).toList();
        return ends(names).values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Made at first use: a name that can't be resolved yet would keep the service from starting. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(properties);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
