package org.navette.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailDelivery;
import org.springframework.context.ConfigurableApplicationContext;

class MailServerAwayIT {

    @TempDir
    Path directory;

    private Stack stack;

    @BeforeEach
    void start() {
        stack = new Stack(directory);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void mails_wait_while_the_server_is_away_and_readiness_says_so() {
        ConfigurableApplicationContext notifier = stack.startNotifier();
        await().atMost(Duration.ofSeconds(90)).until(() -> Stack.readiness(notifier) == 200);
        int port = stack.stopMailServer();
        List<String> numbers = Stream.generate(FactMother::number).limit(50).toList();
        numbers.forEach(number -> stack.happened(FactMother.opened(number, "jeanne@dupont.example")));

        await().atMost(Duration.ofSeconds(90)).until(() -> Stack.readiness(notifier) == 503);
        assertThat(stack.deliveries()).isEmpty();

        stack.startMailServer(port);
        await().atMost(Duration.ofSeconds(90)).until(() -> stack.mail().count() == 50);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(stack.mailsOf(number, 1)).hasSize(1));
        await().atMost(Duration.ofSeconds(90)).until(() -> Stack.readiness(notifier) == 200);
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(stack.deliveries())
                .hasSize(50)
                .extracting(MailDelivery::getAttempts)
                .containsOnly(1));
        assertThat(stack.records(Stack.dlt())).isEmpty();
    }
}
