package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final TicketNumber number =
            TicketNumber.of(new int[] {7, 19, 3, 20, 9, 22, 27, 31, 2, 15, 4, 12, 17, 8, 10});

    @Test
    void is_shown_in_four_groups_and_read_back_however_it_was_typed() {
        assertThat(number.grouped()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(TicketNumber.parse(number.grouped())).contains(number);
        assertThat(TicketNumber.parse(" " + number.grouped().toLowerCase().replace('-', ' ')))
                .contains(number);
    }

    @Test
    void takes_the_letters_that_look_like_digits_for_digits() {
        TicketNumber zerosAndOnes = TicketNumber.of(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0});
        String misread = zerosAndOnes.value().substring(0, 15).replace('0', 'o').replace('1', 'l')
                + zerosAndOnes.value().charAt(15);

        assertThat(TicketNumber.parse(misread)).contains(zerosAndOnes);
    }

    @Test
    void finds_every_single_wrong_character() {
        for (int i = 0; i < 16; i++) {
            for (char wrong : ALPHABET.toCharArray()) {
                StringBuilder mistyped = new StringBuilder(number.value());
                mistyped.setCharAt(i, wrong);
                assertThat(TicketNumber.parse(mistyped.toString()).isPresent())
                        .as(mistyped.toString())
                        .isEqualTo(wrong == number.value().charAt(i));
            }
        }
    }

    @RepeatedTest(20)
    void finds_any_two_exchanged_characters() {
        TicketNumber any = TicketNumber.of(new Random().ints(15, 0, 32).toArray());
        for (int i = 0; i < 16; i++) {
            for (int j = i + 1; j < 16; j++) {
                StringBuilder exchanged = new StringBuilder(any.value());
                exchanged.setCharAt(i, any.value().charAt(j));
                exchanged.setCharAt(j, any.value().charAt(i));
                assertThat(TicketNumber.parse(exchanged.toString()).isPresent())
                        .as(any + " as " + exchanged)
                        .isEqualTo(exchanged.toString().equals(any.value()));
            }
        }
    }

    @Test
    void refuses_what_is_no_ticket_number() {
        for (String nonsense : new String[] {"", "7K3M", number.value() + "0", "é".repeat(16), "U" + number.value()}) {
            assertThat(TicketNumber.parse(nonsense)).as(nonsense).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new TicketNumber("7K3M"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.md", "submitting.md"})
    void stands_in_the_documentation_with_its_right_check_character(String page) throws IOException {
        List<String> samples = Pattern.compile("\"(?:ticketNumber|number)\": ?\"([0-9A-Z]{16})\"")
                .matcher(Files.readString(Path.of("../docs", page)))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(samples).isNotEmpty().allSatisfy(sample -> assertThat(TicketNumber.parse(sample))
                .isPresent());
    }
}
