package org.navette.drill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotReadyTest {

    private static final long LATE = NotReady.PATIENCE.plusSeconds(1).toNanos();

    @Test
    void isTooLongAfterManyLooksAndMuchTime() {
        assertThat(after(NotReady.LOOKS).isTooLong(LATE)).isTrue();
    }

    @Test
    void isNotWhereTheWatchItselfStoodStill() {
        assertThat(after(NotReady.LOOKS - 1).isTooLong(Duration.ofHours(1).toNanos()))
                .isFalse();
    }

    @Test
    void isNotWhereTheLooksWereQuick() {
        assertThat(after(1_000).isTooLong(NotReady.PATIENCE.toNanos())).isFalse();
    }

    private static NotReady after(int looks) {
        var outage = NotReady.since(0);
        for (var look = 1; look < looks; look++) {
            outage = outage.stillSo();
        }
        return outage;
    }
}
