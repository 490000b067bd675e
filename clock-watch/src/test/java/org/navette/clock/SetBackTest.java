package org.navette.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SetBackTest {

    private static final long NOON = 1_800_000_000_000L;

    private final SetBack clock = new SetBack();

    @Test
    void aClockThatGoesOnWasNotSetBack() {
        assertThat(lookAfter(0, 0)).isZero();
        assertThat(lookAfter(3_600, 0)).isZero();
    }

    @Test
    void aClockThatIsSetAheadWasNotSetBack() {
        lookAfter(0, 0);

        assertThat(lookAfter(1, 600)).isZero();
    }

    @Test
    void aClockThatIsSetBackIsKnown() {
        lookAfter(0, 0);

        assertThat(lookAfter(1, -600)).isEqualTo(Duration.ofSeconds(600));
    }

    @Test
    void soIsOneThatWasSetAheadAndIsPutRight() {
        lookAfter(0, 0);
        lookAfter(1, 600);

        assertThat(lookAfter(86_400, 0)).isEqualTo(Duration.ofSeconds(600));
    }

    private Duration lookAfter(long seconds, long wrongBySeconds) {
        // The steady time may begin anywhere, below zero too.
        return clock.look(NOON + (seconds + wrongBySeconds) * 1_000, (seconds - 5_000) * 1_000_000_000);
    }
}
