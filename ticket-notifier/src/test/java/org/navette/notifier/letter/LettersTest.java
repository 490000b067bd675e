package org.navette.notifier.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.navette.messages.TicketRefused;
import org.navette.notifier.FactMother;

class LettersTest {

    private final String number = FactMother.number();

    @Test
    void an_opened_ticket_is_confirmed_in_the_language_of_its_issuer() {
        var opened = FactMother.opened(number, ticket -> ticket.getIssuer().setLanguage("en"));

        assertThat(Letters.about(opened)).hasValueSatisfying(letter -> {
            assertThat(letter.kind()).isEqualTo(Letter.Kind.DEPOSITED);
            assertThat(letter.language()).isEqualTo(Locale.ENGLISH);
            assertThat(letter.matter().category()).isEqualTo("Issued invoices");
            assertThat(letter.matter().recipient()).isEqualTo("Ville de Lille – Service voirie");
        });
    }

    @Test
    void a_refusal_is_mailed_unless_it_was_told_in_the_form() {
        TicketRefused refused = FactMother.refused(number, "a@b.example", "object-not-found");
        assertThat(Letters.about(refused)).isPresent();

        refused.setToldInForm(true);
        assertThat(Letters.about(refused)).isEmpty();
    }

    @Test
    void requests_and_solutions_are_mailed_and_what_the_issuer_did_is_not() {
        assertThat(Letters.about(FactMother.requested(number, 2, "a@b.example")))
                .isPresent();
        assertThat(Letters.about(FactMother.proposed(number, 3, "a@b.example"))).isPresent();
        assertThat(Letters.about(FactMother.closed(number, 4))).isEmpty();
    }

    @Test
    void message_ids_depend_on_the_fact_alone() {
        MessageIds ids = new MessageIds("navette.example");
        Letter letter =
                Letters.about(FactMother.requested(number, 2, "a@b.example")).orElseThrow();

        assertThat(ids.of(letter)).isEqualTo("<" + number + ".2@navette.example>");
        assertThat(ids.first(letter)).isEqualTo("<" + number + ".1@navette.example>");
    }

    @Test
    void only_a_ticket_number_gets_into_a_message_id() {
        Letter letter = Letters.about(FactMother.requested("X>\r\nBcc: a@b.example", 2, "a@b.example"))
                .orElseThrow();

        assertThatThrownBy(() -> new MessageIds("navette.example").of(letter))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
