package org.navette.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en                  | EN
            en-GB               | EN
            de, en;q=0.5        | EN
            fr-CA, en;q=0.9     | FR
            en;q=0.1, fr;q=0.2  | FR
            """)
    void theFirstThatIsSpokenHereIsTaken(String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "--", "*", "de", "en;q=x", "é", ",", ";q=1"})
    void whatNamesNoneIsAnsweredInFrench(String header) {
        assertThat(Language.accepted(header)).isEqualTo(Language.FR);
    }
}
