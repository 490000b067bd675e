package org.navette.bench.measure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.navette.bench.http.LoadGenerator;
import org.navette.bench.http.LoadResult;
import org.navette.bench.http.Pace;
import org.navette.bench.http.Requests;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.Running;

/**
 * How many submissions a second are accepted, one request each: for each number of connections the top rate in a closed
 * loop, then the latencies at four fifths of it in an open one.
 */
public final class Accepting {

    private static final int WARM_UP_CONNECTIONS = 64;
    private static final double SHARE = 0.8;
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final Settings settings;
    private final Figures figures;

    public Accepting(Settings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
    }

    public void measure(String group, Running target) {
        measure(group, target.url(), List.of(target), target::cpu);
    }

    /** A target of which no more than its address is known. */
    public void measure(String group, URI target) {
        measure(group, target, List.of(), () -> Duration.ZERO);
    }

    private void measure(String group, URI target, List<Running> processes, Supplier<Duration> cpu) {
        var requests = settings.requests(target);
        WarmUp.run(
                settings.warmUp(),
                processes,
                length -> run(target, WARM_UP_CONNECTIONS, requests, Pace.closed(length), Duration.ZERO));
        for (var connections : settings.connections()) {
            var before = cpu.get();
            var own = ownCpu();
            var started = System.nanoTime();
            var top = run(
                    target,
                    connections,
                    requests,
                    Pace.closed(settings.duration().plus(SETTLE)),
                    SETTLE);
            var seconds = (System.nanoTime() - started) / 1e9;
            add(group, connections + " connections", top);
            share(group, connections + " connections, processor", cpu.get().minus(before), seconds);
            share(group, connections + " connections, processor of the generator", ownCpu().minus(own), seconds);
            if (top.rate() > 0) {
                var pace = Pace.constant(SHARE * top.rate(), settings.duration().plus(SETTLE));
                add(
                        group,
                        connections + " connections, open at 80 %",
                        run(target, connections, requests, pace, SETTLE));
            }
        }
    }

    static LoadResult run(URI target, int connections, Requests requests, Pace pace, Duration warmUp) {
        try (var generator = LoadGenerator.to(target, connections)) {
            return generator.run(requests, pace, warmUp);
        }
    }

    private void add(String group, String name, LoadResult result) {
        figures.add(group, rate(name), "1/s", result.rate());
        figures.add(group, name + ", p50", "ms", result.millisAt(50));
        figures.add(group, name + ", p99", "ms", result.millisAt(99));
        figures.add(group, name + ", p99.9", "ms", result.millisAt(99.9));
        if (result.errors() > 0) {
            figures.add(group, name + ", errors", "", result.errors());
            // Their share is a figure; which ones is for whoever looks why.
            System.err.println("      answers by status " + result.statuses() + ", broken connections "
                    + result.failed() + ", never sent " + result.unsent());
        }
    }

    static String rate(String name) {
        return name + ", rate";
    }

    private void share(String group, String name, Duration cpu, double seconds) {
        if (!cpu.isZero()) {
            figures.add(group, name, "% of one", 100 * cpu.toNanos() / 1e9 / seconds);
        }
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
