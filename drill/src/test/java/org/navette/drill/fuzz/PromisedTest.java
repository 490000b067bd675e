package org.navette.drill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PromisedTest {

    @Test
    void namesWhatWasPromisedAndNeverJudged() {
        var promised = new Promised();
        promised.add("A");
        promised.add("B");
        assertThat(promised.missingFrom(Set.of("A", "C"))).containsExactly("B");
    }
}
