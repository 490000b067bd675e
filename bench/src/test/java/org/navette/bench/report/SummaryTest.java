package org.navette.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void takesTheMedianAndTheSpreadOfTheRuns() {
        var summary = Summary.of(List.of(run(5), run(1), run(3))).get(0);

        assertThat(summary.median()).isEqualTo(3);
        assertThat(summary.lowest()).isEqualTo(1);
        assertThat(summary.highest()).isEqualTo(5);
        assertThat(summary.runs()).containsExactly(5.0, 1.0, 3.0);
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        assertThat(Summary.of(List.of(run(1), run(2))).get(0).median()).isEqualTo(1.5);
    }

    @Test
    void addsRatiosOnlyOfWhatWasMeasured() {
        var figures = run(40);
        figures.add("limit", "rate", "1/s", 80);
        figures.addRatio("accept of limit", "accept", "rate", "limit", "rate");
        figures.addRatio("bulk of limit", "bulk", "rate", "limit", "rate");

        assertThat(figures.value("ratios", "accept of limit")).hasValue(50);
        assertThat(figures.value("ratios", "bulk of limit")).isEmpty();
    }

    @Test
    void writesATable() {
        var report = new Report(Map.of("seed", "7"), List.of(run(12_345), run(9.876)));

        assertThat(report.markdown()).contains("- seed: 7").contains("| accept | rate | 1/s | 6 177 | 9.88 | 12 345 |");
        assertThat(report.json()).contains("\"seed\" : \"7\"");
    }

    private static Figures run(double value) {
        var figures = new Figures();
        figures.add("accept", "rate", "1/s", value);
        return figures;
    }
}
