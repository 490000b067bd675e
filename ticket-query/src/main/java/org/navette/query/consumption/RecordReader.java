package org.navette.query.consumption;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.navette.query.facts.Batch;
import org.navette.query.facts.UnusableRecordException;
import org.navette.schemas.WireFormat;

/** Reads records into batches, and tells those that nobody will ever read from a registry that is away. */
final class RecordReader implements AutoCloseable {

    private static final int HEADER_BYTES = 5;
    private static final int MOST_SCHEMAS = 1_000;

    /** The registry's own word for it; any other 404 may be a proxy's, or of a path that is not there yet. */
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final SchemaRegistryClient registry;
    private final KafkaAvroDeserializer deserializer;

    RecordReader(WireFormat format) {
        this.registry = new CachedSchemaRegistryClient(
                List.of(format.registryUrl()), MOST_SCHEMAS, format.settings(), Map.of());
        this.deserializer = new KafkaAvroDeserializer(registry, format.settings());
    }

    /**
     * @throws UnusableRecordException where no repeat will help
     * @throws RegistryAwayException where a repeat may help
     */
    void read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        byte[] value = record.value();
        if (value == null || value.length < HEADER_BYTES || value[0] != 0) {
            throw new UnusableRecordException("not in the wire format: " + describe(value));
        }
        if (!(decode(record) instanceof SpecificRecord message)) {
            // A schema may also be a union, an array, a primitive, or a record that we have no class for.
            throw new UnusableRecordException("no message of the contract");
        }
        batch.add(key(record), message);
    }

    private Object decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            askForSchema(record.value());
            return decodeAgain(record);
        } catch (KafkaException e) {
            throw new RegistryAwayException(e);
        } catch (RuntimeException e) {
            // The registry answered, with a schema that is none of Avro's.
            throw new UnusableRecordException("not readable: " + e.getMessage(), e);
        }
    }

    /** With the schema known: what fails now fails for the record's own sake. */
    private Object decodeAgain(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            throw new UnusableRecordException("not readable: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new RegistryAwayException(e);
        }
    }

    /** Keeps it for the deserializer, too. */
    private void askForSchema(byte[] value) {
        int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        try {
            registry.getSchemaById(id);
        } catch (RestClientException e) {
            if (e.getErrorCode() == SCHEMA_NOT_FOUND) {
                throw new UnusableRecordException("the registry knows no schema with id " + id, e);
            }
            throw new RegistryAwayException(e);
        } catch (IOException e) {
            throw new RegistryAwayException(e);
        }
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String describe(byte[] value) {
        return value == null ? "no value" : value.length + " bytes";
    }

    @Override
    public void close() {
        deserializer.close();
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
