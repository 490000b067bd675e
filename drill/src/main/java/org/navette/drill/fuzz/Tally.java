package org.navette.drill.fuzz;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts cases by kind and answer. */
public final class Tally {

    private final Map<String, Map<String, Long>> answers = new TreeMap<>();
    private final Map<String, Map<String, Long>> later = new TreeMap<>();

    public synchronized void add(String kind, String answer) {
        answers.computeIfAbsent(kind, any -> new TreeMap<>()).merge(answer, 1L, Long::sum);
    }

    /** What came of cases later; no case of its own. */
    public synchronized void also(String kind, String what) {
        later.computeIfAbsent(kind, any -> new TreeMap<>()).merge(what, 1L, Long::sum);
    }

    synchronized long cases() {
        return answers.values().stream().mapToLong(Tally::sum).sum();
    }

    synchronized void print(PrintWriter out, Flaws flaws) {
        out.printf("%n| %-58s | %7s | %-60s | %8s |%n", "kind", "cases", "answers", "findings");
        out.println("|" + "-".repeat(60) + "|--------:|" + "-".repeat(62) + "|---------:|");
        answers.forEach((kind, counts) -> {
            var all = new TreeMap<>(counts);
            all.putAll(later.getOrDefault(kind, Map.of()));
            out.printf("| %-58s | %7d | %-60s | %8d |%n", kind, sum(counts), text(all), flaws.of(kind));
        });
        out.printf("| %-58s | %7d | %-60s | %8s |%n", "all", cases(), "", "");
        out.flush();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String text(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
