package org.navette.notifier.delivery;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.navette.messages.Fact;
import org.navette.schemas.WireFormat;

/** Decodes the records of ticket-events, and tells one that nobody can read from a registry that is away. */
final class FactReader {

    private static final int SCHEMA_NOT_FOUND = 40403;

    static final class PoisonException extends Exception {
        PoisonException(String message) {
            super(message);
        }

        PoisonException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static final class RegistryAwayException extends Exception {
        RegistryAwayException(Throwable cause) {
            super(cause);
        }
    }

    private final Deserializer<SpecificRecord> deserializer;

    FactReader(WireFormat wireFormat) {
        this.deserializer = wireFormat.deserializer();
    }

    SpecificRecord read(ConsumerRecord<byte[], byte[]> record) throws PoisonException, RegistryAwayException {
        if (record.value() == null) {
            throw new PoisonException("no value");
        }
        SpecificRecord value = decode(record.topic(), record.value());
        if (value.getSchema().getFields().isEmpty() || !(value.get(0) instanceof Fact fact)) {
            throw new PoisonException("not a fact: " + value.getSchema().getFullName());
        }
        if (!Arrays.equals(fact.getTicketNumber().getBytes(StandardCharsets.UTF_8), record.key())) {
            throw new PoisonException("its key is not its ticket number");
        }
        return value;
    }

    private SpecificRecord decode(String topic, byte[] value) throws PoisonException, RegistryAwayException {
        try {
            Object decoded = deserializer.deserialize(topic, value);
            if (decoded instanceof SpecificRecord record) {
                return record;
            }
            throw new PoisonException("not a record");
        } catch (RuntimeException e) {
            if (isRegistryAway(e)) {
                throw new RegistryAwayException(e);
            }
            throw new PoisonException("can't be decoded", e);
        }
    }

    /**
     * Only "schema not found" and what Avro throws over bytes in memory are the record's fault; every other answer, and all
     * other input and output, is the registry's or the network's.
     */
    static boolean isRegistryAway(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof RestClientException answer) {
                return answer.getErrorCode() != SCHEMA_NOT_FOUND;
            }
            if (e instanceof IOException) {
                return !(e instanceof EOFException || e instanceof InvalidNumberEncodingException);
            }
            if (e instanceof RetriableException || e instanceof AuthenticationException) {
                return true;
            }
        }
        return false;
    }
}
