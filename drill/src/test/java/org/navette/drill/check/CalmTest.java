package org.navette.drill.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.drill.check.Drills.INVALID;
import static org.navette.drill.check.Drills.REFUSED;
import static org.navette.drill.check.Drills.TECHNICAL;
import static org.navette.drill.check.Drills.atFault;
import static org.navette.drill.check.Drills.no;
import static org.navette.drill.check.Drills.opened;
import static org.navette.drill.check.Drills.refusal;
import static org.navette.drill.check.Drills.sent;
import static org.navette.drill.check.Drills.silence;
import static org.navette.drill.check.Drills.waiting;
import static org.navette.drill.check.Drills.yes;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalmTest {

    @Test
    void isWellWhereMostAreTakenAndToldTheVerdict() {
        assertThat(Calm.check(List.of(
                        sent("a", TECHNICAL, yes("1")),
                        sent("b", TECHNICAL, no()),
                        sent("c", INVALID, atFault()),
                        waiting("d", TECHNICAL, opened("2")),
                        waiting("e", REFUSED, refusal("3")),
                        waiting("f", TECHNICAL, yes("4")))))
                .isEmpty();
    }

    @Test
    void findsThatNothingWasSent() {
        assertThat(Calm.check(List.of())).hasSize(1);
        assertThat(Calm.check(List.of(sent("a", INVALID, atFault())))).hasSize(1);
    }

    @Test
    void findsAnIntakeThatTakesNothing() {
        assertThat(Calm.check(List.of(sent("a", TECHNICAL, no()), sent("b", TECHNICAL, silence()))))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsThatNobodyIsToldTheVerdict() {
        assertThat(Calm.check(List.of(
                        sent("a", TECHNICAL, yes("1")),
                        waiting("b", TECHNICAL, yes("2")),
                        waiting("c", TECHNICAL, yes("3")))))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.WRONG);
    }
}
