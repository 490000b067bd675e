package org.navette.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonIT {

    /** Bytes that a record of ticket-events may have, but for a few of its own. */
    private static final int ALMOST_THE_LARGEST = 1_048_400;

    @TempDir
    Path directory;

    @Test
    void records_that_nobody_can_read_go_to_the_dead_letters_and_their_partition_goes_on() {
        try (Stack stack = new Stack(directory)) {
            stack.startNotifier();
            String number = FactMother.number();
            stack.raw(number, "no Avro at all".getBytes(UTF_8));
            stack.raw(number, new byte[] {0, 0, 0x7f, 0, 0, 1, 2, 3});
            stack.raw(number, null);
            stack.raw(null, new byte[0]);
            stack.raw(number, new byte[ALMOST_THE_LARGEST]);
            stack.happenedUnder("another key", FactMother.opened(number, "jeanne@dupont.example"));
            stack.happenedUnder("no ticket number", FactMother.closed("no ticket number", 1));
            stack.happenedUnder("no number", FactMother.requested("no number", 2, "jeanne@dupont.example"));
            stack.happenedUnder("neither number", FactMother.requested("neither number", 2, "nor address"));
            stack.happened(FactMother.opened(number, "jeanne@dupont.example"));

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> !stack.mailsOf(number, 1).isEmpty());
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(stack.records(Stack.dlt()))
                    .hasSize(8)
                    .allSatisfy(letter -> {
                        assertThat(letter.headers().lastHeader("kafka_dlt-exception-fqcn"))
                                .isNotNull();
                        assertThat(letter.headers().lastHeader("kafka_dlt-original-offset"))
                                .isNotNull();
                    }));
            assertThat(stack.mail().count()).isEqualTo(1);
        }
    }
}
