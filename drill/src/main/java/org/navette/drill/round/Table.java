package org.navette.drill.round;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the rounds as they end, then their sums, fault by fault and of all, in Markdown. */
final class Table {

    private static final String LINE = "| %6s | %-58s | %6s | %6s | %5s | %7s | %4s | %7s | %5s | %8s | %7s | %s%n";

    private final PrintWriter out;
    private final List<RoundResult> rows = new ArrayList<>();

    Table(PrintWriter out) {
        this.out = out;
        head("round");
    }

    private void head(String first) {
        out.printf(
                LINE,
                first,
                "fault",
                "sent",
                "yes",
                "no",
                "unknown",
                "lost",
                "doubled",
                "wrong",
                "repeated",
                "settled",
                "notes |");
        out.println("|-------:|" + "-".repeat(60)
                + "|-------:|-------:|------:|--------:|-----:|--------:|------:|---------:|--------:|-------|");
        out.flush();
    }

    void add(RoundResult row) {
        rows.add(row);
        print(row, "%.1f s".formatted(seconds(row.settled())));
    }

    void sum() {
        out.println();
        head("rounds");
        rows.stream()
                .filter(row -> !row.code().isEmpty())
                .collect(Collectors.groupingBy(RoundResult::code, TreeMap::new, Collectors.toList()))
                .forEach((code, ofIt) -> printSum(code, ofIt));
        // The last reading may find something that no round did.
        printSum("all", rows);
    }

    private void printSum(String fault, List<RoundResult> summed) {
        var rounds = summed.stream().filter(row -> !row.code().isEmpty()).count();
        var sum = RoundResult.sum(String.valueOf(rounds), fault, summed);
        print(sum, "≤ %.0f s".formatted(Math.ceil(seconds(sum.settled()))));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private void print(RoundResult row, String settled) {
        out.printf(
                LINE,
                row.round(),
                row.fault(),
                row.sent(),
                row.yes(),
                row.no(),
                row.unknown(),
                row.lost(),
                row.doubled(),
                row.wrong(),
                row.repeatedMails(),
                settled,
                String.join("; ", row.notes()) + " |");
        out.flush();
    }

    boolean isClean() {
        return rows.stream().allMatch(RoundResult::isClean);
    }
}
