package org.navette.drill.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Retries retries = new Retries(pauses::add);

    @Test
    void leaveAnAnswerAsItIs() {
        assertThat(send(answer(202)).status()).isEqualTo(202);
        assertThat(pauses).isEmpty();
    }

    @Test
    void askAgainWhenTheServiceWantsIt() {
        assertThat(send(putOff("5"), answer(400)).status()).isEqualTo(400);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void giveUpAfterTheSecond() {
        assertThat(send(putOff("1"), putOff("1"), putOff("1"), answer(202)).status())
                .isEqualTo(503);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void waitNotForEver() {
        send(putOff("999999999"), answer(202));
        assertThat(pauses).containsExactly(Duration.ofSeconds(30));
    }

    private WireAnswer send(WireAnswer... answers) {
        return retries.send(new ArrayDeque<>(List.of(answers))::poll, WireAnswer::isPutOff);
    }

    private static WireAnswer putOff(String after) {
        return new WireAnswer(503, Map.of("retry-after", after), new byte[0], null);
    }

    private static WireAnswer answer(int status) {
        return new WireAnswer(status, Map.of(), new byte[0], null);
    }
}
