package org.navette.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.navette.notifier.NotifierSettings;

/** The Kafka clients of this service and their settings. Values pass as bytes: what can't be decoded must get through. */
final class KafkaClients {

    /** A dead letter is larger than what it is about. */
    static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private final NotifierSettings.Kafka settings;
    private final MeterRegistry meters;

    KafkaClients(NotifierSettings.Kafka settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** For ticket-events, as a member of the group. */
    Consumer<byte[], byte[]> facts() {
        Map<String, Object> config = consumer();
        config.put("group.id", settings.group());
        config.put("session.timeout.ms", (int) settings.sessionTimeout().toMillis());
        config.put("heartbeat.interval.ms", (int) settings.sessionTimeout().toMillis() / 4);
        config.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        // A position that the log doesn't have is an alarm, never a jump.
        config.put("auto.offset.reset", "none");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Until that is closed; whoever closes the consumer does. */
    KafkaClientMetrics measure(Consumer<?, ?> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(meters);
        return metrics;
    }

    /** For mail-deliveries, in no group. */
    Consumer<byte[], byte[]> deliveries() {
        Map<String, Object> config = consumer();
        // What was removed by age is not needed.
        config.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> config = common();
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        config.put("linger.ms", 0);
        config.put("max.request.size", LARGEST_REQUEST);
        // With more, a topic that was just made may take the second request and refuse the first for ever.
        config.put("max.in.flight.requests.per.connection", 1);
        config.put("max.block.ms", 5_000);
        config.put("request.timeout.ms", 5_000);
        config.put("delivery.timeout.ms", 20_000);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        new KafkaClientMetrics(producer).bindTo(meters);
        return producer;
    }

    Admin admin() {
        Map<String, Object> config = common();
        config.put("request.timeout.ms", 2_000);
        config.put("default.api.timeout.ms", 3_000);
        return Admin.create(config);
    }

    private Map<String, Object> consumer() {
        Map<String, Object> config = common();
        config.put("isolation.level", "read_committed");
        // A commit shows partition by partition: without a moment's wait each is a fetch of its own.
        config.put("fetch.min.bytes", 128 * 1024);
        config.put("fetch.max.wait.ms", 25);
        config.put("enable.auto.commit", false);
        config.put("allow.auto.create.topics", false);
        config.put("default.api.timeout.ms", 5_000);
        return config;
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", settings.bootstrapServers());
        config.put("client.id", "ticket-notifier");
        config.put("reconnect.backoff.max.ms", 1_000);
        config.put("metadata.max.age.ms", 30_000);
        return config;
    }
}
