package org.navette.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.navette.examples.load.Ledger.Count;
import org.navette.examples.tickets.Expected.Fate;
import org.navette.examples.tickets.GeneratedTicket;
import org.navette.examples.tickets.TicketGenerator;
import org.navette.schemas.TicketNumber;

/** The one who checks is checked: what is planted must be found. */
class ReconciliationTest {

    private static final int TICKETS = 300;

    private final TicketGenerator generator = TicketGenerator.of(3, "run-x");
    private final Ledger ledger = new Ledger();
    private final Tally tally = new Tally();
    private final Findings findings = new Findings();
    private final String[] numbers = new String[TICKETS];
    private long opened;
    private int aTechnicalOne;
    private int aRefusedOne;

    @BeforeEach
    void everything_went_well() {
        Random random = new Random(2);
        for (int i = 0; i < TICKETS; i++) {
            GeneratedTicket ticket = generator.ticket(i);
            tally.add("answered");
            if (ticket.expected().fate() == Fate.NOT_ACCEPTED) {
                tally.add("not accepted");
                continue;
            }
            numbers[i] = TicketNumber.of(
                            random.ints(TicketNumber.BODY_LENGTH, 0, 32).toArray())
                    .value();
            ledger.add(numbers[i], i);
            tally.add("accepted");
            judged(i, ticket);
        }
    }

    @Test
    void a_run_in_which_everything_went_well_is_reconciled() {
        assertThat(reconciles(opened)).isTrue();
    }

    @Test
    void a_loss_a_double_and_a_mail_too_many_are_found() {
        ledger.count(numbers[aTechnicalOne], Count.BUSINESS_QUEUE);
        ledger.count(numbers[aTechnicalOne], Count.MAIL);

        assertThat(reconciles(opened)).isFalse();
        assertThat(findings.count("tickets doubled")).isEqualTo(1);
        assertThat(findings.count("mails repeated")).isEqualTo(1);
    }

    @Test
    void a_refusal_may_be_told_again_once() {
        ledger.count(numbers[aRefusedOne], Count.TOLD_AGAIN);
        assertThat(reconciles(opened)).isTrue();
    }

    @Test
    void a_refusal_that_is_told_again_twice_and_an_opening_that_is_are_found() {
        ledger.count(numbers[aRefusedOne], Count.TOLD_AGAIN);
        ledger.count(numbers[aRefusedOne], Count.TOLD_AGAIN);
        ledger.count(numbers[aTechnicalOne], Count.TOLD_AGAIN);

        assertThat(reconciles(opened)).isFalse();
        assertThat(findings.count("refusals told again more than once")).isEqualTo(2);
    }

    @Test
    void a_ticket_that_is_nowhere_is_found() {
        ledger.add(TicketNumber.of(new int[TicketNumber.BODY_LENGTH]).value(), aTechnicalOne);

        assertThat(reconciles(opened)).isFalse();
        assertThat(findings.count("tickets lost")).isEqualTo(1);
    }

    @Test
    void a_ticket_that_the_query_service_does_not_show_is_found() {
        assertThat(reconciles(opened - 1)).isFalse();
    }

    private void judged(int index, GeneratedTicket ticket) {
        String number = numbers[index];
        switch (ticket.expected().fate()) {
            case REFUSED -> {
                ledger.count(number, Count.REFUSED);
                tally.add("refused " + ticket.expected().code());
                aRefusedOne = index;
            }
            case TECHNICAL_SUPPORT -> {
                ledger.count(number, Count.TECHNICAL_QUEUE);
                aTechnicalOne = index;
            }
            default -> ledger.count(number, Count.BUSINESS_QUEUE);
        }
        if (ticket.expected().isOpened()) {
            ledger.count(number, Count.OPENED);
            opened++;
        }
        ledger.count(number, Count.OUTCOME);
        if (ticket.deliverable()) {
            ledger.count(number, Count.MAIL);
        } else {
            tally.add("mail UNDELIVERABLE");
        }
    }

    private boolean reconciles(long shown) {
        Reconciliation reconciliation = new Reconciliation(generator, findings, true);
        reconciliation.expect(TICKETS);
        reconciliation.find(tally, ledger);
        long technical = countOf(Fate.TECHNICAL_SUPPORT);
        reconciliation.compareQuery(
                Map.of("tickets", 10L),
                Map.of(
                        "tickets",
                        10 + shown,
                        "byStatus.OPEN",
                        opened,
                        "byDestination.TECHNICAL_SUPPORT",
                        technical,
                        "byDestination.BUSINESS_SERVICE",
                        opened - technical,
                        "refused",
                        countOf(Fate.REFUSED)));
        return reconciliation.print(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
    }

    private long countOf(Fate fate) {
        return generator
                .from(0)
                .limit(TICKETS)
                .filter(ticket -> ticket.expected().fate() == fate)
                .count();
    }
}
