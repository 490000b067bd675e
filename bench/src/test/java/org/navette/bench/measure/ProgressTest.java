package org.navette.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void theSteadyRateLeavesOutTheStartAndTheTail() {
        var progress = new Progress(1000);
        progress.at(0, 0);
        progress.at(10 * SECOND, 100);
        progress.at(11 * SECOND, 500);
        progress.at(12 * SECOND, 900);

        assertThat(progress.at(30 * SECOND, 1000)).isTrue();
        assertThat(progress.steadyRate()).isCloseTo(400, within(0.001));
        assertThat(progress.secondsToFirst(2 * SECOND)).isCloseTo(8, within(0.001));
        assertThat(progress.end()).isEqualTo(30 * SECOND);
    }

    @Test
    void thereIsNoSteadyRateWhereAllCameAtOnce() {
        var progress = new Progress(10);
        progress.at(0, 10);

        assertThat(progress.steadyRate()).isNaN();
    }
}
