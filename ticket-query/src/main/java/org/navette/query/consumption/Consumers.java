package org.navette.query.consumption;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.navette.query.QuerySettings;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.stereotype.Component;

/** Makes the consumers, with their metrics. */
@Component
class Consumers {

    private static final int SESSION_MILLIS = 10_000;
    private static final int FETCH_BYTES = 128 * 1024;
    private static final int FETCH_WAIT_MILLIS = 25;

    private final DefaultKafkaConsumerFactory<byte[], byte[]> factory;
    private final QuerySettings settings;

    Consumers(KafkaProperties kafka, QuerySettings settings, MeterRegistry registry) {
        this.settings = settings;
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A commit shows partition by partition: without a moment's wait each is a batch of its own.
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        this.factory =
                new DefaultKafkaConsumerFactory<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        factory.addListener(new MicrometerConsumerListener<>(registry));
    }

    Consumer<byte[], byte[]> create(String name) {
        if (settings.instanceId() == null || settings.instanceId().isBlank()) {
            return factory.createConsumer(settings.groupId(), name, "");
        }
        Properties own = new Properties();
        own.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId() + "-" + name);
        return factory.createConsumer(settings.groupId(), name, "", own);
    }
}
