package org.navette.drill.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.navette.drill.stack.Part;

class DeckTest {

    private static final List<Fault> FAULTS = List.of(
            new Fault(Fault.Kind.KILL, Part.BROKER),
            new Fault(Fault.Kind.FREEZE, Part.ROUTER),
            new Fault(Fault.Kind.FULL_DISK, Part.DATABASE),
            new Fault(Fault.Kind.LATE, Part.MAIL));

    private static List<Fault> dealt(long seed, int count) {
        var deck = new Deck(FAULTS, new Random(seed));
        return IntStream.range(0, count).mapToObj(i -> deck.next()).toList();
    }

    @Test
    void dealsEachFaultOnceBeforeAnyAgain() {
        var dealt = dealt(1, 2 * FAULTS.size());
        assertThat(dealt.subList(0, FAULTS.size())).containsExactlyInAnyOrderElementsOf(FAULTS);
        assertThat(dealt.subList(FAULTS.size(), dealt.size())).containsExactlyInAnyOrderElementsOf(FAULTS);
    }

    @Test
    void dealsTheSameForTheSameSeed() {
        assertThat(dealt(5, 20)).isEqualTo(dealt(5, 20));
    }

    @Test
    void namesFaultsAsTheOptionDoes() {
        assertThat(FAULTS).extracting(Fault::code).contains("full-disk:database", "late:mail-server");
    }
}
