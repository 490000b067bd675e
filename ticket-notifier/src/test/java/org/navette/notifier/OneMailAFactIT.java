package org.navette.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;
import org.navette.parts.mail.MailSummary;

class OneMailAFactIT {

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
    void each_fact_that_the_issuer_must_know_is_mailed_in_order_and_recorded() {
        stack.startNotifier();
        String number = FactMother.number();
        stack.happened(FactMother.opened(number, "jeanne@dupont.example"));
        stack.happened(FactMother.requested(number, 2, "jeanne@dupont.example"));
        stack.happened(FactMother.proposed(number, 3, "jeanne@dupont.example"));
        stack.happened(FactMother.closed(number, 4));

        await().atMost(Duration.ofSeconds(90)).until(() -> stack.mail().count() == 3);
        List<MailSummary> mails = stack.mail().to("jeanne@dupont.example");
        assertThat(mails)
                .extracting(MailSummary::messageId)
                .containsExactly(
                        number + ".1@navette.example", number + ".2@navette.example", number + ".3@navette.example");
        assertThat(new String(stack.mail().source(mails.get(2)), UTF_8))
                .contains("In-Reply-To: <" + number + ".1@navette.example>")
                .contains("References: <" + number + ".1@navette.example>");
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(stack.deliveries())
                .extracting(MailDelivery::getOutcome)
                .containsExactly(MailOutcome.SENT, MailOutcome.SENT, MailOutcome.SENT));
    }

    @Test
    void a_fact_that_is_sent_again_is_mailed_only_where_it_was_our_own_dead_letter() {
        stack.startNotifier();
        String number = FactMother.number();
        stack.replayed("ticket-events-query-dlt", FactMother.opened(number, "jeanne@dupont.example"));
        stack.happened(FactMother.requested(number, 2, "jeanne@dupont.example"));

        await().atMost(Duration.ofSeconds(90))
                .until(() -> !stack.mailsOf(number, 2).isEmpty());
        assertThat(stack.mailsOf(number, 1)).isEmpty();

        stack.replayed("ticket-events-notifier-dlt", FactMother.opened(number, "jeanne@dupont.example"));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !stack.mailsOf(number, 1).isEmpty());
    }

    @Test
    void a_restart_repeats_nothing_and_leaves_nothing_out() {
        List<String> numbers = new ArrayList<>();
        var first = stack.startNotifier();
        for (int i = 0; i < 2_000; i++) {
            String number = FactMother.number();
            numbers.add(number);
            stack.happened(FactMother.opened(number, "a" + i + "@dupont.example"));
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> stack.mail().count() > 200);
        stack.stop(first);
        stack.startNotifier();

        await().atMost(Duration.ofSeconds(90)).until(() -> stack.mail().count() >= 2_000);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(stack.mailsOf(number, 1)).hasSize(1));
    }
}
