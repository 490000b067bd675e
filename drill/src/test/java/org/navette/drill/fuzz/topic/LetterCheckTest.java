package org.navette.drill.fuzz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.navette.drill.fuzz.Flaws;
import org.navette.drill.fuzz.Tally;

class LetterCheckTest {

    private static final String DLT = "ticket-router-dlt";

    private final Written written = new Written();
    private final Flaws flaws = new Flaws();

    @Test
    void isContentWhereEachThatMustDieIsDead() {
        written.add(1, new Written.Fate("truncated", "tickets-submitted", Set.of(DLT), Set.of()));
        assertThat(check(letter(1, true))).isEqualTo(1);
        assertThat(flaws.isEmpty()).isTrue();
    }

    @Test
    void findsAMissingDeadLetter() {
        written.add(1, new Written.Fate("truncated", "tickets-submitted", Set.of(DLT), Set.of()));
        written.add(2, new Written.Fate("truncated", "tickets-submitted", Set.of(DLT), Set.of()));
        assertThat(check(letter(1, true))).isEqualTo(2);
        assertThat(flaws.of("truncated")).isEqualTo(1);
    }

    @Test
    void findsADeadLetterOfWhatIsNotWrong() {
        written.add(1, new Written.Fate("usual", "tickets-submitted", Set.of(), Set.of(DLT)));
        check(letter(1, true));
        assertThat(flaws.of("usual")).isEqualTo(1);
    }

    @Test
    void findsADeadLetterWithoutItsCause() {
        written.add(1, new Written.Fate("truncated", "tickets-submitted", Set.of(DLT), Set.of()));
        check(letter(1, false));
        assertThat(flaws.of("dead letters")).isEqualTo(1);
    }

    @Test
    void findsADeadLetterAboutATicketThatWasAccepted() {
        check(Letter.of(record("N", true)));
        check(Letter.of(record("M", true)));
        assertThat(flaws.of("dead letters")).isEqualTo(1);
    }

    @Test
    void readsTheServicesOwnHeadersWhateverTheWriterPutThere() {
        var record = new ConsumerRecord<>(DLT, 3, 7, "N", new byte[0]);
        record.headers().add("__streams.errors.topic", bytes("a lie"));
        record.headers().add("__streams.errors.topic", bytes("ticket-actions"));
        var letter = Letter.of(record);
        assertThat(letter.source()).isEqualTo("ticket-actions");
        assertThat(letter.place()).isEqualTo("ticket-router-dlt/3/7");
    }

    private long check(Letter... letters) {
        return new LetterCheck(written, number -> number.equals("N"), flaws, new Tally()).check(List.of(letters));
    }

    private static Letter letter(long number, boolean hasCause) {
        var record = record("K", hasCause);
        record.headers().add(Written.CASE, bytes(String.valueOf(number)));
        return Letter.of(record);
    }

    private static ConsumerRecord<String, byte[]> record(String key, boolean hasCause) {
        var record = new ConsumerRecord<>(DLT, 0, 0, key, new byte[0]);
        record.headers().add("__streams.errors.topic", bytes("tickets-submitted"));
        if (hasCause) {
            record.headers().add("__streams.errors.exception", bytes("SerializationException"));
            record.headers().add("__streams.errors.message", bytes("no Avro"));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
