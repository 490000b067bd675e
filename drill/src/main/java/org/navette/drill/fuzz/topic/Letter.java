package org.navette.drill.fuzz.topic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.navette.drill.fuzz.Flaw;
import org.navette.schemas.DeadLetterSize;

/**
 * A dead letter, without its value.
 *
 * @param place as the operator's command names it
 * @param key empty where it has none
 * @param number of the case that it is about; {@link Flaw#NO_CASE} where it is about none of ours
 * @param hasCause whether it says why it is one
 * @param source the topic that it came from; empty where it does not say
 * @param whole whether it holds the record's value, which is left out where it is too large
 * @param replayedFrom the dead letter that it was sent again from; empty where it was not
 */
public record Letter(
        String topic,
        String place,
        String key,
        long number,
        boolean hasCause,
        String source,
        boolean whole,
        String replayedFrom) {

    private static final List<String> CAUSE = List.of("kafka_dlt-exception-fqcn", "__streams.errors.exception");
    private static final List<String> MESSAGE = List.of("kafka_dlt-exception-message", "__streams.errors.message");
    private static final List<String> SOURCE = List.of("kafka_dlt-original-topic", "__streams.errors.topic");

    public static Letter of(ConsumerRecord<String, byte[]> record) {
        var number = text(record, List.of(Written.CASE));
        return new Letter(
                record.topic(),
                record.topic() + "/" + record.partition() + "/" + record.offset(),
                record.key() == null ? "" : record.key(),
                number.matches("\\d{1,18}") ? Long.parseLong(number) : Flaw.NO_CASE,
                !text(record, CAUSE).isEmpty() && has(record, MESSAGE),
                text(record, SOURCE),
                record.value() != null || record.headers().lastHeader(DeadLetterSize.VALUE_LEFT_OUT) == null,
                text(record, List.of("navette-replayed-from")));
    }

    private static boolean has(ConsumerRecord<String, byte[]> record, List<String> names) {
        return names.stream().anyMatch(name -> record.headers().lastHeader(name) != null);
    }

    /** The service's own header comes last, whatever its writer had put there. */
    private static String text(ConsumerRecord<String, byte[]> record, List<String> names) {
        for (var name : names) {
            var header = record.headers().lastHeader(name);
            if (header != null && header.value() != null) {
                return new String(header.value(), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
