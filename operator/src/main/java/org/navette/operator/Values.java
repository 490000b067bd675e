package org.navette.operator;

import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.navette.schemas.WireFormat;

/** Values as an operator reads them. */
final class Values {

    private static final int MOST_BYTES_SHOWN = 256;

    private final Deserializer<?> deserializer;

    Values(WireFormat wireFormat) {
        deserializer = wireFormat.deserializer();
    }

    /** The record as JSON; its bytes in hexadecimal, the first 256 of them, where it can't be decoded. */
    String text(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return "null";
        }
        try {
            return String.valueOf(deserializer.deserialize(record.topic(), record.value()));
        } catch (RuntimeException e) {
            // Of a value that is cut within its schema id the deserializer fails with an exception of the buffer.
            int shown = Math.min(record.value().length, MOST_BYTES_SHOWN);
            return "not decodable (%s), %d bytes: %s"
                    .formatted(
                            Failures.inOneLine(e),
                            record.value().length,
                            HexFormat.of().formatHex(record.value(), 0, shown));
        }
    }
}
