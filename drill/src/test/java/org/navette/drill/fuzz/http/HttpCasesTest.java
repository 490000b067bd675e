package org.navette.drill.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.navette.drill.fuzz.values.Chance;
import tools.jackson.databind.json.JsonMapper;

class HttpCasesTest {

    private final HttpCases cases = Services.cases();

    @Test
    void areTheSameForTheSameSeed() {
        var again = Services.cases();
        LongStream.range(0, 500)
                .forEach(number -> assertThat(wire(cases, 3, number)).isEqualTo(wire(again, 3, number)));
    }

    @Test
    void areOthersForAnotherSeed() {
        var equal = LongStream.range(0, 100)
                .filter(number -> java.util.Arrays.equals(wire(cases, 3, number), wire(cases, 4, number)))
                .count();
        assertThat(equal).isLessThan(30);
    }

    @Test
    void areOfEveryKindAndForEveryOperation() {
        var kinds = new HashSet<String>();
        LongStream.range(0, 5_000)
                .forEach(number -> kinds.add(cases.draw(Chance.of(1, number)).kind()));
        for (var fault : FieldFault.values()) {
            assertThat(kinds).contains(fault.label());
        }
        for (var fault : FramingFault.values()) {
            assertThat(kinds).contains(fault.label());
        }
        for (var fault : HeaderFault.values()) {
            assertThat(kinds).contains(fault.label());
        }
        for (var fault : PathFault.values()) {
            assertThat(kinds).contains(fault.label());
        }
        for (var fault : QueryFault.values()) {
            assertThat(kinds).contains(fault.label());
        }
        assertThat(kinds).contains("method: any", "JSON: truncated");
        assertThat(cases.described()).hasSize(4);
    }

    @Test
    void areNotMadeFromADescriptionOfNothing() {
        assertThatThrownBy(() -> ApiDescription.of(JsonMapper.shared().readTree("{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] wire(HttpCases cases, long seed, long number) {
        return cases.draw(Chance.of(seed, number)).request().wire("127.0.0.1:1");
    }
}
