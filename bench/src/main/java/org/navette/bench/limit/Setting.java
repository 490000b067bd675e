package org.navette.bench.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.navette.schemas.WireFormat;

/** Where the limits find the parts: the same variables as the services'. */
final class Setting {

    private Setting() {}

    static String bootstrapServers() {
        return variable("KAFKA_BOOTSTRAP_SERVERS");
    }

    static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    static WireFormat wireFormat() {
        return new WireFormat(variable("SCHEMA_REGISTRY_URL"), true);
    }

    /** As intake's producers: acknowledged by all replicas in sync, idempotent, compressed by lz4. */
    static Map<String, Object> producer(int lingerMillis, int batchBytes) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, batchBytes);
        return settings;
    }
}
