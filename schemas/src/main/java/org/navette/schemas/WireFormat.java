package org.navette.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.subject.RecordNameStrategy;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How values are written: Confluent's Avro wire format, one registry subject a record type, so that a topic may hold
 * several types and each may evolve by itself.
 *
 * @param registryUrl base URL of an API that is compatible with Confluent's registry
 * @param registerSchemas whether a schema that the registry doesn't know is registered by whoever first writes it; where
 *     not, the write fails until an operator has registered it
 */
public record WireFormat(String registryUrl, boolean registerSchemas) {

    private static final Duration REGISTRY_TIMEOUT = Duration.ofSeconds(3);

    /** As long as a replay may follow on the registration of what was missing. */
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    static {
        // Else Avro makes room for as much as a garbled record says it holds. A record is at most a megabyte.
        for (String limit : new String[] {"string", "bytes", "collectionItems"}) {
            System.getProperties().putIfAbsent("org.apache.avro.limits." + limit + ".maxLength", "1048576");
        }
    }

    /** For Kafka clients that make their serializers themselves. */
    public Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("schema.registry.url", registryUrl),
                Map.entry("auto.register.schemas", registerSchemas),
                Map.entry("value.subject.name.strategy", RecordNameStrategy.class.getName()),
                Map.entry("specific.avro.reader", true),
                // The registry's copy is for clients in any language.
                Map.entry("avro.remove.java.properties", true),
                // Else each of many records with an id that the registry doesn't know would cost two requests.
                Map.entry("missing.id.cache.ttl.sec", UNKNOWN_FOR.toSeconds()),
                // Else a registry that is away would hold a request for minutes.
                Map.entry("max.retries", 0),
                Map.entry("http.connect.timeout.ms", (int) REGISTRY_TIMEOUT.toMillis()),
                Map.entry("http.read.timeout.ms", (int) REGISTRY_TIMEOUT.toMillis()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T extends SpecificRecord> Serializer<T> serializer() {
        RecordSerializer serializer = new RecordSerializer();
        serializer.configure(settings(), false);
        return (Serializer) serializer;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T extends SpecificRecord> Deserializer<T> deserializer() {
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
        deserializer.configure(settings(), false);
        return (Deserializer) deserializer;
    }

    public <T extends SpecificRecord> Serde<T> serde() {
        return Serdes.serdeFrom(this.<T>serializer(), this.<T>deserializer());
    }
}
