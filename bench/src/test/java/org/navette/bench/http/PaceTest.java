package org.navette.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void aConstantRateMakesRequestsDueWhateverTheTimeIs() {
        var pace = Pace.constant(1000, Duration.ofSeconds(2));

        assertThat(pace.due(0, 0)).isZero();
        assertThat(pace.due(1500, 0)).isEqualTo(1_500_000_000L).isEqualTo(pace.due(1500, 9_000_000_000L));
    }

    @Test
    void aConstantRateEndsWithItsLastRequestNotWithTheClock() {
        var pace = Pace.constant(1000, Duration.ofSeconds(2));

        assertThat(pace.ended(1999, 60_000_000_000L)).isFalse();
        assertThat(pace.ended(2000, 0)).isTrue();
    }

    @Test
    void aConstantRateDoesNotOverflowInADay() {
        var pace = Pace.constant(50_000, Duration.ofDays(1));

        assertThat(pace.due(50_000L * 86_400, 0)).isEqualTo(Duration.ofDays(1).toNanos());
    }

    @Test
    void aClosedLoopIsAlwaysDueUntilItsTimeIsOver() {
        var pace = Pace.closed(Duration.ofSeconds(1));

        assertThat(pace.due(7, 123)).isEqualTo(123);
        assertThat(pace.ended(1_000_000, 999_999_999)).isFalse();
        assertThat(pace.ended(0, 1_000_000_000)).isTrue();
    }

    @Test
    void noRateIsRefused() {
        assertThatThrownBy(() -> Pace.constant(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
