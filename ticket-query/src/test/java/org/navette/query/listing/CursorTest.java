package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.query.FactMother;

class CursorTest {

    @Test
    void aCursorComesBackAsItWent() {
        Cursor cursor = new Cursor(FactMother.NOON, FactMother.aNumber());

        assertThat(Cursor.decode(cursor.encode())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "1.2.3", "é"})
    void whatWeNeverGaveOutIsNoCursor(String encoded) {
        assertThat(Cursor.decode(encoded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.99999999999999999999.0000000000000000",
                "1.9999999999999999999.0000000000000000",
                "1.0.7K3M9QTX2F4CH8AX",
                "2.0.0000000000000000",
                "1.0.0000000000000000 ",
                "1.0."
            })
    void aCursorThatWasTamperedWithIsNone(String text) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(Cursor.decode(encoded)).isEmpty();
    }

    @Test
    void aLongOneIsNotEvenDecoded() {
        assertThat(Cursor.decode("A".repeat(5000))).isEmpty();
    }
}
