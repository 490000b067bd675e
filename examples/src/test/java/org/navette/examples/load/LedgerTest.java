package org.navette.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.navette.examples.load.Ledger.Count;
import org.navette.schemas.TicketNumber;

class LedgerTest {

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(1);

    @Test
    void finds_each_of_very_many_numbers_and_no_other() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            numbers.add(number());
            assertThat(ledger.add(numbers.get(i), i)).isTrue();
        }

        assertThat(ledger.size()).isEqualTo(200_000);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(ledger.ticket(numbers.get(i))).isEqualTo(i);
        }
        assertThat(ledger.ticket(number())).isNull();
        assertThat(ledger.ticket("no number")).isNull();
    }

    @Test
    void counts_by_ticket() {
        String number = number();
        ledger.add(number, 5);

        assertThat(ledger.count(number, Count.MAIL)).isTrue();
        assertThat(ledger.count(number, Count.MAIL)).isFalse();
        assertThat(ledger.count(number(), Count.MAIL)).isFalse();
        ledger.forEach((ticket, counts) -> {
            assertThat(ticket).isEqualTo(5);
            assertThat(counts[Count.MAIL.ordinal()]).isEqualTo(2);
            assertThat(counts[Count.OPENED.ordinal()]).isZero();
        });
    }

    @Test
    void tells_when_a_number_was_given_twice() {
        String number = number();

        assertThat(ledger.add(number, 1)).isTrue();
        assertThat(ledger.add(number, 2)).isFalse();
    }

    private String number() {
        return TicketNumber.of(random.ints(TicketNumber.BODY_LENGTH, 0, 32).toArray())
                .value();
    }
}
