package org.navette.drill.fuzz.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.navette.drill.fuzz.values.Chance;

class LinesTest {

    @Test
    void countsBlankLinesAndKeepsEachLineOne() {
        var lines = new Lines(Chance.of(1, 1))
                .unanswered("a,b")
                .add(bytes("1,2"), Fate.ACCEPTED)
                .add(bytes(" \t"), Fate.EITHER)
                .add(bytes("1\n2"), Fate.REFUSED);
        assertThat(lines.fates()).containsOnlyKeys(2L, 4L);
        assertThat(new String(lines.body(), StandardCharsets.UTF_8).lines()).hasSize(4);
    }

    @Test
    void aTableIsWrittenTheSameForTheSameSeed() {
        for (var kind : ReferenceKind.values()) {
            assertThat(table(kind)).isEqualTo(table(kind));
        }
    }

    private static byte[] table(ReferenceKind kind) {
        var chance = Chance.of(7, 7);
        var table = TableLines.of(kind, chance);
        var lines = new Lines(chance);
        for (var i = 0; i < 50; i++) {
            table.add(lines, chance);
        }
        return lines.body();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
