package org.navette.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {

    @TempDir
    Path directory;

    @Test
    void the_notifier_starts_without_the_broker_and_outlives_its_absence() {
        try (Stack stack = new Stack(directory)) {
            String first = FactMother.number();
            stack.happened(FactMother.opened(first, "jeanne@dupont.example"));
            stack.flush();
            stack.stopBroker();
            var notifier = stack.startNotifier();
            await().atMost(Duration.ofSeconds(180)).until(() -> Stack.readiness(notifier) == 503);

            stack.startBroker();
            await().atMost(Duration.ofSeconds(180))
                    .until(() -> !stack.mailsOf(first, 1).isEmpty());
            await().atMost(Duration.ofSeconds(180)).until(() -> Stack.readiness(notifier) == 200);

            stack.stopBroker();
            await().atMost(Duration.ofSeconds(180)).until(() -> Stack.readiness(notifier) == 503);
            stack.startBroker();
            String second = FactMother.number();
            stack.happened(FactMother.opened(second, "jeanne@dupont.example"));
            await().atMost(Duration.ofSeconds(180))
                    .until(() -> !stack.mailsOf(second, 1).isEmpty());
            assertThat(stack.mail().count()).isEqualTo(2);
        }
    }
}
