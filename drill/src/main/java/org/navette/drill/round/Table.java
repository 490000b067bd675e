package org.navette.drill.round;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints the rounds as they end, and their sum, in Markdown. */
final class Table {

    private static final String LINE = "| %5s | %-58s | %6s | %6s | %5s | %7s | %4s | %7s | %5s | %8s | %7s | %s%n";

    private final PrintWriter out;
    private final List<RoundResult> rows = new ArrayList<>();

    Table(PrintWriter out) {
        this.out = out;
        out.printf(
                LINE,
                "round",
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
        out.println("|------:|" + "-".repeat(60)
                + "|-------:|-------:|------:|--------:|-----:|--------:|------:|---------:|--------:|-------|");
        out.flush();
    }

    void add(RoundResult row) {
        rows.add(row);
        print(row.round(), row.fault(), row, "%.1f s".formatted(row.settled().toMillis() / 1000.0));
    }

    void sum() {
        var longest = rows.stream()
                .map(RoundResult::settled)
                .max(java.util.Comparator.naturalOrder())
                .orElse(java.time.Duration.ZERO);
        var sum = new RoundResult(
                "sum",
                "",
                rows.stream().mapToLong(RoundResult::sent).sum(),
                rows.stream().mapToLong(RoundResult::yes).sum(),
                rows.stream().mapToLong(RoundResult::no).sum(),
                rows.stream().mapToLong(RoundResult::unknown).sum(),
                rows.stream().mapToLong(RoundResult::lost).sum(),
                rows.stream().mapToLong(RoundResult::doubled).sum(),
                rows.stream().mapToLong(RoundResult::wrong).sum(),
                rows.stream().mapToInt(RoundResult::repeatedMails).sum(),
                longest,
                List.of());
        print("sum", "", sum, "≤ %.0f s".formatted(Math.ceil(longest.toMillis() / 1000.0)));
    }

    private void print(String round, String fault, RoundResult row, String settled) {
        out.printf(
                LINE,
                round,
                fault,
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
