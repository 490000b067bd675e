package org.navette.drill.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.navette.drill.fuzz.http.Accepted;
import org.navette.drill.fuzz.http.HttpCases;
import org.navette.drill.fuzz.http.HttpThrower;
import org.navette.drill.fuzz.lines.LinesThrower;
import org.navette.drill.fuzz.topic.Registry;
import org.navette.drill.fuzz.topic.TopicThrower;
import org.navette.drill.fuzz.topic.Written;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;

/** Throws all cases at a pipeline, and looks what became of it. */
final class Fuzz {

    private static final int THREADS = 8;
    /** Intake takes four; one stays free for others. */
    private static final int STREAMS = 3;

    private static final int SUBMISSIONS = 300;

    /** Of twenty cases, so many are requests and records; the rest are uploads. */
    private static final int REQUESTS = 13;

    private static final int RECORDS = 6;
    private static final int ALL = 20;

    private final Stack stack;
    private final FuzzSettings settings;
    private final PrintWriter out;
    private final Flaws flaws = new Flaws();
    private final Tally tally = new Tally();
    private final Promised promised = new Promised();
    private final Written written = new Written();

    Fuzz(Stack stack, FuzzSettings settings, PrintWriter out) {
        this.stack = stack;
        this.settings = settings;
        this.out = out;
    }

    /** @return whether nothing was found */
    boolean run() {
        try (var watch = new Watch(stack, flaws)) {
            flaws.attempt("the throwing", this::throwAll);
            flaws.attempt("the aftermath", () -> new Aftermath(stack, settings, flaws, out)
                    .check(written, promised, tally, watch));
        }
        flaws.attempt("the look through the logs", () -> ServiceLogs.check(settings.directory(), flaws));
        tally.print(out, flaws);
        flaws.print(out);
        return flaws.isEmpty();
    }

    private void throwAll() throws IOException {
        Map<Part, URI> services = new EnumMap<>(Part.class);
        for (var part : List.of(Part.INTAKE, Part.QUERY)) {
            services.put(part, stack.members(part).get(0).url());
        }
        var cases = HttpCases.of(services, Accepted.submissions(settings.seed(), SUBMISSIONS));
        out.println("Operations: " + String.join(", ", cases.described()));
        out.flush();
        var streams = new Semaphore(STREAMS);
        var budget = settings.only() == null
                ? Budget.of(settings.cases(), settings.timeLimit())
                : Budget.ofOne(settings.only());
        var began = System.nanoTime();
        try (var requests = new HttpThrower(cases, services, streams, tally, flaws, promised);
                var records = new TopicThrower(
                        stack.bootstrapServers(), new Registry(stack.registryUrl()), written, tally, flaws);
                var uploads = new LinesThrower(
                        services.get(Part.INTAKE), cases.submissions(), streams, tally, flaws, promised)) {
            work(budget, number -> {
                var share = number % ALL;
                return share < REQUESTS ? requests : share < REQUESTS + RECORDS ? records : uploads;
            });
        }
        if (tally.cases() == 0) {
            flaws.add(Flaw.of(Flaws.ITSELF, "nothing was thrown", "of " + settings.cases() + " cases"));
        }
        out.printf("%d cases in %.0f s.%n", tally.cases(), (System.nanoTime() - began) * 1e-9);
        out.flush();
    }

    private interface Choice {
        Thrower of(long number);
    }

    private void work(Budget budget, Choice throwers) {
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < THREADS; i++) {
            var thread = new Thread(() -> work(budget, throwers, settings.seed()), "fuzz-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    private void work(Budget budget, Choice throwers, long seed) {
        for (var next = budget.next(); next.isPresent(); next = budget.next()) {
            var number = next.getAsLong();
            try {
                throwers.of(number).throwCase(number, Chance.of(seed, number));
            } catch (RuntimeException | Error e) {
                // One case that can't be made or thrown must not end the others.
                flaws.add(new Flaw(Flaws.ITSELF, number, e.getClass().getSimpleName(), String.valueOf(e)));
            }
        }
    }
}
