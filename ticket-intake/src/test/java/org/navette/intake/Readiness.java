package org.navette.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits until probes say that intake has all it needs. */
public final class Readiness {

    private Readiness() {}

    public static void await(Api api) {
        await(api, "UP");
    }

    public static void await(Api api, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        api.get("/actuator/health/readiness").text("status"))
                .isEqualTo(status));
    }
}
