package org.navette.operator;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.navette.schemas.WireFormat;
import picocli.CommandLine.Option;

/** Where the pipeline is that a command talks to; values stay bytes, since dead letters may be anything. */
final class Pipeline {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
            description = "Kafka brokers (default: KAFKA_BOOTSTRAP_SERVERS, else 127.0.0.1:9092)")
    private String bootstrap = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081/apis/ccompat/v7}",
            // Not what is in force: the variable may hold a password.
            description = "schema registry (default: SCHEMA_REGISTRY_URL, else that of the local run)")
    private String registry = "";

    String registry() {
        return registry;
    }

    WireFormat wireFormat() {
        return new WireFormat(registry, false);
    }

    /** A consumer that belongs to no group and commits nothing. */
    Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "client.id",
                        "navette-operator-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed",
                        "default.api.timeout.ms",
                        (int) TIMEOUT.toMillis()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    Producer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.block.ms",
                        TIMEOUT.toMillis(),
                        "request.timeout.ms",
                        (int) TIMEOUT.toMillis() / 2,
                        "delivery.timeout.ms",
                        (int) TIMEOUT.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
