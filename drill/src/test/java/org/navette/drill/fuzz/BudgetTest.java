package org.navette.drill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void endsWhenAllCasesAreHandedOut() {
        var budget = Budget.of(2, Duration.ofHours(1));
        assertThat(budget.next()).hasValue(1);
        assertThat(budget.next()).hasValue(2);
        assertThat(budget.next()).isEmpty();
    }

    @Test
    void endsWhenTheTimeIsUp() {
        assertThat(Budget.of(1_000, Duration.ofMillis(-1)).next()).isEmpty();
    }

    @Test
    void handsOutOneCaseAlone() {
        var budget = Budget.ofOne(4711);
        assertThat(budget.next()).hasValue(4711);
        assertThat(budget.next()).isEmpty();
    }
}
