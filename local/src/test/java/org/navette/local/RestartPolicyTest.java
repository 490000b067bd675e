package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private static final Instant START = Instant.EPOCH;

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void theFirstDeathIsFollowedByAStartAfterASecond() {
        assertThat(policy.delayAfter(START, START.plusSeconds(5))).contains(Duration.ofSeconds(1));
    }

    @Test
    void waitsLongerEachTimeUpToAQuarterOfAMinute() {
        for (var death = 1; death <= 4; death++) {
            policy.delayAfter(START, START);
        }

        assertThat(policy.delayAfter(START, START)).contains(Duration.ofSeconds(15));
    }

    @Test
    void givesUpOneThatNeverStays() {
        for (var death = 1; death <= 20; death++) {
            assertThat(policy.delayAfter(START, START)).isPresent();
        }

        assertThat(policy.delayAfter(START, START)).isEmpty();
    }

    @Test
    void forgivesOneThatLivedForAMinute() {
        for (var death = 1; death <= 20; death++) {
            policy.delayAfter(START, START);
        }

        assertThat(policy.delayAfter(START, START.plusSeconds(61))).contains(Duration.ofSeconds(1));
    }
}
