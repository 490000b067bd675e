package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterSizeTest {

    private static final int MOST = 1024 * 1024;
    private static final byte[] KEY = bytes("key");

    @Test
    void aLetterThatFitsIsLeftAsItIs() {
        ProducerRecord<byte[], byte[]> letter = letter(KEY, new byte[MOST / 2]);

        assertThat(DeadLetterSize.fitting(letter, MOST)).isSameAs(letter);
    }

    @Test
    void aValueThatIsTooLargeIsLeftOutAndItsSizeTold() {
        ProducerRecord<byte[], byte[]> letter = letter(KEY, new byte[2 * MOST]);
        letter.headers().add("trace", bytes("t-1"));

        ProducerRecord<byte[], byte[]> fitting = DeadLetterSize.fitting(letter, MOST);

        assertThat(fitting.value()).isNull();
        assertThat(fitting.key()).isEqualTo(KEY);
        assertThat(fitting.topic()).isEqualTo("t-dlt");
        assertThat(fitting.partition()).isEqualTo(3);
        assertThat(header(fitting, "trace")).isEqualTo("t-1");
        assertThat(header(fitting, DeadLetterSize.VALUE_LEFT_OUT)).isEqualTo("2097152");
    }

    @Test
    void ofHeadersThatAreTooLargeTheServicesOwnAreKept() {
        ProducerRecord<byte[], byte[]> letter = letter(new byte[MOST], null);
        for (int i = 0; i < 200_000; i++) {
            letter.headers().add("many", KEY);
        }
        letter.headers().add("stacktrace", new byte[MOST]).add("cause", bytes("too large"));

        ProducerRecord<byte[], byte[]> fitting = DeadLetterSize.fitting(letter, MOST);

        assertThat(fitting.key()).isNull();
        assertThat(header(fitting, "cause")).isEqualTo("too large");
        assertThat(fitting.headers().lastHeader("stacktrace").value()).hasSize(1024);
        assertThat(fitting.headers().toArray()).hasSizeLessThan(40);
    }

    private static ProducerRecord<byte[], byte[]> letter(byte[] key, byte[] value) {
        return new ProducerRecord<>("t-dlt", 3, key, value);
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
