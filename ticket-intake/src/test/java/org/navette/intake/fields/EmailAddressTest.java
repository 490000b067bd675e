package org.navette.intake.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "prenom.nom+suite@sous-domaine.exemple.fr", "o'neil_x@xn--exmple-cua.fr"})
    void plainAddresses(String address) {
        assertThat(EmailAddress.isPlain(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.example",
                "a@.example",
                "a..b@c.example",
                ".a@b.example",
                "a@b.example ",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\n",
                "a@b.example,c@d.example",
                "A <a@b.example>",
                "\"a b\"@c.example",
                "a@[127.0.0.1]",
                "a@b.example.",
                "a@-b.example",
                "a@b_c.example",
                "é@b.example",
                "a(comment)@b.example"
            })
    void everythingElse(String address) {
        assertThat(EmailAddress.isPlain(address)).isFalse();
    }

    @Test
    void aHostileAddressTakesNoTime() {
        String hostile = "a".repeat(60) + "@" + "a-".repeat(90) + "!";

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(1), () -> EmailAddress.isPlain(hostile)))
                .isFalse();
    }
}
