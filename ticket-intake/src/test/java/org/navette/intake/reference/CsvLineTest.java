package org.navette.intake.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void cellsMayBeQuoted() {
        assertThat(cells("a, b ,\"c,d\",\"e\"\"f\",,\"\"")).contains(List.of("a", "b", "c,d", "e\"f", "", ""));
    }

    @Test
    void aLineHasAtLeastOneCell() {
        assertThat(cells("")).contains(List.of(""));
        assertThat(cells("a,")).contains(List.of("a", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "a\"b", "\"a\"b,c", "\"a\" ,b", "x,\""})
    void aQuotationMarkOutOfPlaceSpoilsTheLine(String line) {
        assertThat(cells(line)).isEmpty();
    }

    @Test
    void anotherEncodingIsNoticed() {
        byte[] line = "été".getBytes(ISO_8859_1);

        assertThat(CsvLine.cells(line, line.length)).isEmpty();
    }

    private static Optional<List<String>> cells(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return CsvLine.cells(bytes, bytes.length);
    }
}
