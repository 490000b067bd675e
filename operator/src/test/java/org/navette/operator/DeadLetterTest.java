package org.navette.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    @Test
    void believes_the_service_and_not_what_the_records_writer_put_there() {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("ticket-events-query-dlt", 0, 0, "key", new byte[0]);
        header(record, "kafka_dlt-original-topic", "somewhere-else");
        header(record, "kafka_dlt-original-topic", "ticket-events");
        header(record, "kafka_dlt-exception-message", "a lie");
        header(record, "kafka_dlt-exception-message", "the truth");

        DeadLetter letter = new DeadLetter(record);

        assertThat(letter.replay().topic()).isEqualTo("ticket-events");
        assertThat(letter.cause()).endsWith("the truth");
    }

    @Test
    void is_not_replayed_without_the_value_that_was_left_out() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("ticket-router-dlt", 2, 7, "key", null);
        header(record, "__streams.errors.topic", "tickets-submitted");
        DeadLetter letter = new DeadLetter(record);

        assertThat(letter.replay().value()).isNull();

        header(record, "navette-value-left-out", "12000000");
        assertThatThrownBy(letter::replay)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ticket-router-dlt/2/7 has no value");
    }

    private static void header(ConsumerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
