package org.navette.notifier.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LanesTest {

    private final Lanes<String, String> lanes = new Lanes<>();

    @Test
    void one_lane_runs_in_order_and_holds_up_no_other() throws InterruptedException {
        lanes.add("a", "a1");
        lanes.add("a", "a2");
        lanes.add("b", "b1");

        var a1 = lanes.take();
        var b1 = lanes.take();
        assertThat(a1.task()).isEqualTo("a1");
        assertThat(b1.task()).isEqualTo("b1");
        a1.finished();
        assertThat(lanes.take().task()).isEqualTo("a2");
        assertThat(lanes.size()).isEqualTo(2);
    }

    @Test
    void a_task_that_waits_comes_again_before_the_others_of_its_lane() throws InterruptedException {
        lanes.add("a", "a1");
        lanes.add("a", "a2");
        lanes.take().again(Duration.ofMillis(50));
        lanes.add("b", "b1");
        assertThat(lanes.waiting()).isEqualTo(2);

        assertThat(lanes.take().task()).isEqualTo("b1");
        var again = lanes.take();
        assertThat(again.task()).isEqualTo("a1");
        assertThat(lanes.waiting()).isZero();
        again.finished();
        assertThat(lanes.take().task()).isEqualTo("a2");
    }

    @Test
    void lanes_that_are_dropped_are_forgotten_whatever_they_do() throws InterruptedException {
        lanes.add("running", "r1");
        lanes.add("running", "r2");
        var running = lanes.take();
        lanes.add("waiting", "w1");
        lanes.take().again(Duration.ZERO);
        lanes.add("ready", "y1");
        lanes.drop(key -> true);

        assertThat(lanes.size()).isZero();
        assertThat(lanes.waiting()).isZero();
        running.finished();
        lanes.add("running", "new");
        assertThat(lanes.take().task()).isEqualTo("new");
        assertThat(lanes.size()).isEqualTo(1);
    }

    @Test
    void backoff_doubles_up_to_its_limit() {
        Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));

        assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(backoff.after(1_000)).isEqualTo(Duration.ofMinutes(1));
    }
}
