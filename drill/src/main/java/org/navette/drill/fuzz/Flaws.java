package org.navette.drill.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what was found, and prints it with a few examples of each sort. */
public final class Flaws {

    /** What is found when the fuzz fails, and not what it is thrown at. */
    static final String ITSELF = "the fuzz itself";

    private static final int EXAMPLES = 3;

    private final Map<List<String>, List<Flaw>> bySort = new LinkedHashMap<>();

    public synchronized void add(Flaw flaw) {
        bySort.computeIfAbsent(List.of(flaw.kind(), flaw.what()), any -> new ArrayList<>())
                .add(flaw);
    }

    /** A part of the fuzz. */
    interface Step {
        void run() throws IOException;
    }

    /** What it throws is found, and keeps nobody from looking at the rest nor from telling of it. */
    void attempt(String what, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException | Error e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            add(Flaw.of(ITSELF, what + " broke off: " + e.getClass().getSimpleName(), trace.toString()));
        }
    }

    public synchronized boolean isEmpty() {
        return bySort.isEmpty();
    }

    public synchronized long of(String kind) {
        return bySort.entrySet().stream()
                .filter(sort -> sort.getKey().get(0).equals(kind))
                .mapToLong(sort -> sort.getValue().size())
                .sum();
    }

    synchronized void print(PrintWriter out) {
        bySort.forEach((sort, flaws) -> {
            out.printf("%n%s: %s (%d times)%n", sort.get(0), sort.get(1), flaws.size());
            flaws.stream().limit(EXAMPLES).forEach(flaw -> {
                if (flaw.number() != Flaw.NO_CASE) {
                    out.printf("  case %d%n", flaw.number());
                }
                flaw.reproduction().lines().forEach(line -> out.println("    " + line));
            });
        });
        out.flush();
    }
}
