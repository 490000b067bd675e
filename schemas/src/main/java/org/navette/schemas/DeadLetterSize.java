package org.navette.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters fit. A record may be small enough for its topic only because it is compressed: with a dead letter that
 * nobody takes, it would stop its partition for ever.
 */
public final class DeadLetterSize {

    /** A header in place of a value, with its number of bytes. */
    public static final String VALUE_LEFT_OUT = "navette-value-left-out";

    /** More than any service adds of its own, which stand last. */
    private static final int HEADERS_KEPT = 30;

    private static final int SHORT = 1024;

    /** What stands around a record in a request. */
    private static final int AROUND = 16 * 1024;

    private DeadLetterSize() {}

    /**
     * @param most bytes that a request to the topic may have
     * @return the letter as it is where it fits; otherwise without its value; and where that is not enough, with its last
     *     headers alone, cut short, and without a long key
     */
    public static ProducerRecord<byte[], byte[]> fitting(ProducerRecord<byte[], byte[]> letter, int most) {
        long room = most - AROUND;
        if (size(letter.key(), letter.value(), letter.headers()) <= room) {
            return letter;
        }
        Header leftOut = new RecordHeader(
                VALUE_LEFT_OUT, String.valueOf(length(letter.value())).getBytes(StandardCharsets.US_ASCII));
        Headers headers = new RecordHeaders(letter.headers()).add(leftOut);
        if (size(letter.key(), null, headers) <= room) {
            return of(letter, letter.key(), headers);
        }
        byte[] key = length(letter.key()) > SHORT ? null : letter.key();
        return of(letter, key, lastOnes(letter.headers()).add(leftOut));
    }

    private static ProducerRecord<byte[], byte[]> of(
            ProducerRecord<byte[], byte[]> letter, byte @Nullable [] key, Headers headers) {
        return new ProducerRecord<>(letter.topic(), letter.partition(), letter.timestamp(), key, null, headers);
    }

    private static Headers lastOnes(Headers headers) {
        List<Header> all = Arrays.asList(headers.toArray());
        Headers kept = new RecordHeaders();
        for (Header header : all.subList(Math.max(0, all.size() - HEADERS_KEPT), all.size())) {
            byte[] value = header.value();
            if (header.key().length() <= SHORT) {
                kept.add(header.key(), length(value) > SHORT ? Arrays.copyOf(value, SHORT) : value);
            }
        }
        return kept;
    }

    private static long size(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long size = (long) length(key) + length(value);
        for (Header header : headers) {
            // Three bytes at most for a character, and the lengths of both.
            size += 3L * header.key().length() + length(header.value()) + 10;
        }
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
