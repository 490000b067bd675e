package org.navette.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Confluent's serializer for generated records. It wraps the schema of each record anew, whose hash, by which the
 * registry's id is looked up, is then counted over the whole schema: more work than the encoding of a small record. A
 * generated class has one schema for ever, so that it is wrapped once.
 */
final class RecordSerializer extends KafkaAvroSerializer {

    private final Map<Class<?>, AvroSchema> schemas = new ConcurrentHashMap<>();

    @Override
    public byte[] serialize(String topic, Headers headers, Object data) {
        if (data == null) {
            return null;
        }
        AvroSchema schema = schemas.computeIfAbsent(data.getClass(), type -> wrapped((SpecificRecord) data));
        return serializeImpl(getSubjectName(topic, isKey, data, schema), topic, headers, data, schema);
    }

    private AvroSchema wrapped(SpecificRecord data) {
        return new AvroSchema(
                AvroSchemaUtils.getSchema(data, useSchemaReflection, avroReflectionAllowNull, removeJavaProperties));
    }
}
