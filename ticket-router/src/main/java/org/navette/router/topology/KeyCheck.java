package org.navette.router.topology;

import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.navette.schemas.TicketNumber;

/**
 * Lets only records pass whose key is the one that their value asks for: a record under another key would be judged by
 * somebody who doesn't own it. And only those with headers of a size that all that is made of them can bear.
 */
final class KeyCheck<V> extends ContextualFixedKeyProcessor<String, V, V> {

    /** The headers travel with a ticket from topic to topic, and with its dead letter. */
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    /** More than any of ours; a deletion has no value that would ask for another. */
    private static final int LONGEST_KEY = 1024;

    private final Function<V, String> keyOf;
    private final boolean mayDelete;

    private KeyCheck(Function<V, String> keyOf, boolean mayDelete) {
        this.keyOf = keyOf;
        this.mayDelete = mayDelete;
    }

    /** About a ticket, under its number. */
    static <V> KeyCheck<V> ofCommands(Function<V, String> keyOf) {
        return new KeyCheck<>(keyOf, false);
    }

    /** Of a compacted topic, where a null value deletes. */
    static <V> KeyCheck<V> ofEntries(Function<V, String> keyOf) {
        return new KeyCheck<>(keyOf, true);
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        if (record.key() == null) {
            throw new PoisonRecordException("no key");
        }
        if (record.key().length() > LONGEST_KEY) {
            throw new PoisonRecordException("a key of more than " + LONGEST_KEY + " characters");
        }
        if (record.value() == null && !mayDelete) {
            throw new PoisonRecordException("no value");
        }
        if (record.value() != null && !record.key().equals(keyOf.apply(record.value()))) {
            throw new PoisonRecordException("the key is not that of the value");
        }
        // Whoever reads the ticket's facts takes nothing else for one.
        if (!mayDelete && !TicketNumber.isWellFormed(record.key())) {
            throw new PoisonRecordException("not a ticket number");
        }
        if (bytes(record.headers()) > MOST_HEADER_BYTES) {
            throw new PoisonRecordException("more than " + MOST_HEADER_BYTES + " bytes of headers");
        }
        context().forward(record);
    }

    private static long bytes(Headers headers) {
        long bytes = 0;
        for (Header header : headers) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }
}
