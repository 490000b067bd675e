package org.navette.router.streams;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with a record from what is wrong around it. */
final class Failures {

    private static final int SCHEMA_NOT_FOUND = 40403;

    private Failures() {}

    /**
     * Whether the cause is the registry, the broker or the disk: then the next record would fail as well, and none may go
     * to the dead letters.
     */
    static boolean isAround(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answer) {
                return answer.getErrorCode() != SCHEMA_NOT_FOUND;
            }
            if (cause instanceof IOException) {
                return !isOfDecoding(cause);
            }
            if (cause instanceof RetriableException
                    || cause instanceof ProcessorStateException
                    || cause instanceof InvalidStateStoreException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it failed on something that the router itself writes or keeps, since whatever comes in was decoded before.
     * Its state may be stored already: going on would commit it without its fact.
     */
    static boolean isOfOutcome(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException || cause instanceof StreamsException) {
                return true;
            }
        }
        return false;
    }

    /** What Avro throws over bytes in memory; all other I/O is with the registry. */
    private static boolean isOfDecoding(Throwable cause) {
        return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
    }
}
