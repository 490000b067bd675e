package org.navette.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Records that an operator has sent again after they had been dead letters. */
public final class Replayed {

    /** A header with the dead letter's place: {@code TOPIC/PARTITION/OFFSET}. */
    public static final String FROM = "navette-replayed-from";

    private Replayed() {}

    /** The dead-letter topic; empty where the record was not sent again. */
    public static Optional<String> topic(Headers headers) {
        Header from = headers.lastHeader(FROM);
        return from == null || from.value() == null
                ? Optional.empty()
                : Optional.of(new String(from.value(), StandardCharsets.UTF_8).split("/", 2)[0]);
    }
}
