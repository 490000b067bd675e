package org.navette.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate();

    @Test
    void time_passes_only_while_it_is_open() {
        awaitLonger(gate.openFor());
        gate.close("away");
        Duration closed = gate.openFor();
        Gate other = new Gate();
        await().until(() -> other.openFor().toMillis() >= 20);

        assertThat(gate.openFor()).isEqualTo(closed);
        gate.open();
        awaitLonger(closed);
    }

    private void awaitLonger(Duration than) {
        await().until(() -> gate.openFor().compareTo(than) > 0);
    }
}
