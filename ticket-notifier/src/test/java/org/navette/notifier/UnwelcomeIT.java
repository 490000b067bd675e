package org.navette.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;

/** A mail server that refuses by policy, cuts connections, or allows only some. */
class UnwelcomeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Stack stack;

    private final SmtpStub server = new SmtpStub();
    private final String number = FactMother.number();

    @BeforeAll
    static void start(@TempDir Path directory) {
        stack = new Stack(directory);
    }

    @AfterEach
    void close() {
        stack.stopNotifiers();
        server.close();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void mails_wait_while_the_server_denies_us_the_relay() {
        server.refuse("", "554 5.7.1 <you>: Relay access denied");
        var notifier = stack.startNotifier("SMTP_PORT=" + server.port());
        stack.happened(FactMother.opened(number, "jeanne@dupont.example"));
        await().atMost(PATIENCE).until(() -> Stack.readiness(notifier) == 503);

        server.refuseNobody();
        await().atMost(PATIENCE).until(() -> server.taken.contains("jeanne@dupont.example"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcome()).isEqualTo(MailOutcome.SENT));
        await().atMost(PATIENCE).until(() -> Stack.readiness(notifier) == 200);
    }

    @Test
    void an_address_that_is_refused_so_while_others_are_not_is_put_off() {
        server.refuse("@closed.example", "550 5.7.1 you may not write here");
        stack.startNotifier("SMTP_PORT=" + server.port(), "navette.notifier.delivery.give-up-after=1s");
        stack.happened(FactMother.opened(number, "somebody@closed.example"));
        await().atMost(PATIENCE).until(() -> {
            stack.happened(FactMother.opened(FactMother.number(), "jeanne@dupont.example"));
            return outcome() == MailOutcome.GIVEN_UP;
        });
        assertThat(server.taken).contains("jeanne@dupont.example").doesNotContain("somebody@closed.example");
    }

    @Test
    void a_mail_that_cuts_each_connection_is_given_up_while_others_are_taken() {
        server.cut("@cut.example");
        stack.startNotifier(
                "SMTP_PORT=" + server.port(),
                "navette.notifier.delivery.give-up-after=1s",
                "navette.notifier.delivery.retry-first=200ms");
        stack.happened(FactMother.opened(number, "somebody@cut.example"));
        await().atMost(PATIENCE).until(() -> {
            stack.happened(FactMother.opened(FactMother.number(), "jeanne@dupont.example"));
            return outcome() == MailOutcome.GIVEN_UP;
        });
        assertThat(server.taken).contains("jeanne@dupont.example");
    }

    @Test
    void a_server_that_allows_fewer_connections_than_we_want_gets_all_mails() {
        server.allow(2);
        stack.startNotifier("SMTP_PORT=" + server.port(), "navette.notifier.smtp.connections=6");
        List<String> numbers = Stream.generate(FactMother::number).limit(200).toList();
        numbers.forEach(ticket -> stack.happened(FactMother.opened(ticket, "jeanne@dupont.example")));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stack.deliveries())
                .filteredOn(delivery -> delivery.getOutcome() == MailOutcome.SENT)
                .extracting(MailDelivery::getTicketNumber)
                .containsAll(numbers));
    }

    private MailOutcome outcome() {
        return stack.deliveries().stream()
                .filter(delivery -> delivery.getTicketNumber().equals(number))
                .map(MailDelivery::getOutcome)
                .findAny()
                .orElse(MailOutcome.UNKNOWN);
    }
}
