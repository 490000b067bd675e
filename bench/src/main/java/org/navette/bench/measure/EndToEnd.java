package org.navette.bench.measure;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.navette.bench.http.LoadGenerator;
import org.navette.bench.http.LoadResult;
import org.navette.bench.http.Pace;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.ReadModel;
import org.navette.bench.stack.Running;
import org.navette.bench.stack.Stack;
import org.navette.parts.Wait;
import org.navette.schemas.Topics;

/**
 * A ticket's way with everything running: the rate that is accepted at most, the rate at which all of that comes to its
 * end, and then, at half of the latter, how long after it was due a submission was accepted, routed, visible and mailed.
 * Intake accepts more than the services behind it get done: at half of what it accepts the waiting would grow with the
 * length of the measurement.
 */
public final class EndToEnd {

    private static final String GROUP = "end-to-end";
    private static final int CONNECTIONS = 64;
    private static final int BODY_LIMIT = 512;
    private static final int SAMPLES_PER_SECOND = 5;

    /** What the slowest service keeps up with, so that next to no backlog has to be waited for. */
    private static final int WARM_UP_RATE = 500;

    private static final int LONGER = 6;
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(20);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final long LONGEST_MILLIS = 3_600_000;

    private final Stack stack;
    private final Settings settings;
    private final Figures figures;
    private final Running intake;
    private final Running query;
    private final Map<String, Long> routed = new ConcurrentHashMap<>();
    private long accepted;

    public EndToEnd(Stack stack, Settings settings, Figures figures, Running intake, Running query) {
        this.stack = stack;
        this.settings = settings;
        this.figures = figures;
        this.intake = intake;
        this.query = query;
    }

    /** @param rate instead of half of what comes to its end */
    public void measure(OptionalDouble rate) {
        try (var facts = RecordCounter.of(stack.bootstrapServers(), Topics.TICKET_EVENTS.name(), this::routed);
                var model = ReadModel.at(stack.mongoUri())) {
            WarmUp.run(settings.warmUp(), stack.running(), length -> journeys(WARM_UP_RATE, length, Duration.ZERO));
            settle(facts, model);
            var top = top(facts, model);
            var half = rate.orElse(top / 2);
            figures.add(GROUP, "rate of the journeys below", "1/s", half);
            measure(half, facts, model);
        }
        for (var process : stack.running()) {
            figures.add("memory", process.name() + ", now", "MB", process.memory());
            figures.add("memory", process.name() + ", peak", "MB", process.peakMemory());
        }
    }

    /** @return tickets a second that come to their end */
    private double top(RecordCounter facts, ReadModel model) {
        var start = System.nanoTime();
        var before = accepted;
        var top =
                load(Pace.closed(settings.duration()), Duration.ZERO, new Journeys(Long.MAX_VALUE, 1, (n, due) -> {}));
        settle(facts, model);
        var ended = (accepted - before) * 1e9 / (System.nanoTime() - start);
        figures.add(GROUP, "top rate accepted, 64 connections", "1/s", top.rate());
        figures.add(GROUP, "until all of it was mailed and visible", "1/s", ended);
        return ended;
    }

    private LoadResult load(Pace pace, Duration warmUp, Journeys journeys) {
        try (var generator = LoadGenerator.to(intake.url(), CONNECTIONS, BODY_LIMIT, journeys)) {
            var result = generator.run(settings.requests(intake.url()), pace, warmUp);
            accepted += journeys.accepted();
            return result;
        }
    }

    private void measure(double rate, RecordCounter facts, ReadModel model) {
        var asked = journeys(rate, settings.duration().multipliedBy(LONGER), WARM_UP);
        settle(facts, model);
        figures.add(GROUP, "accepted, rate", "1/s", asked.accepting().rate());
        figures.add(GROUP, "accepted, p50", "ms", asked.accepting().millisAt(50));
        figures.add(GROUP, "accepted, p99", "ms", asked.accepting().millisAt(99));
        figures.add(GROUP, "errors", "", asked.accepting().errors());
        add("routed", asked.due(), routed);
        add("visible", asked.due(), asked.visible());
        add("mailed", asked.due(), Mails.received(stack.mails()));
    }

    /**
     * @param due when each submission was, by ticket number
     * @param visible when those of them that were asked for were seen
     */
    private record Asked(LoadResult accepting, Map<String, Long> due, Map<String, Long> visible) {}

    /** Warming up asks as the measurement does: what the query service answers with is compiled then, too. */
    private Asked journeys(double rate, Duration length, Duration warmUp) {
        try (var visibility = new Visibility(query.url(), routed::containsKey)) {
            var sampleEvery = (int) Math.max(1, rate / SAMPLES_PER_SECOND);
            var journeys = new Journeys(warmUp.toNanos(), sampleEvery, visibility::add);
            var result = load(Pace.constant(rate, length.plus(warmUp)), warmUp, journeys);
            return new Asked(result, journeys.due(), visibility.finish(SETTLE_LIMIT));
        }
    }

    /** Called by the counter's thread; an hour of facts fits into memory. */
    private void routed(String number) {
        routed.putIfAbsent(number, System.currentTimeMillis());
    }

    private void settle(RecordCounter facts, ReadModel model) {
        Wait.orFail(
                SETTLE_LIMIT,
                Duration.ofMillis(100),
                () -> facts.count() >= accepted && model.count() >= accepted && Draining.mails(stack) >= accepted);
    }

    private void add(String stage, Map<String, Long> due, Map<String, Long> reached) {
        var waits = new Histogram(LONGEST_MILLIS, 3);
        due.forEach((number, since) -> {
            var at = reached.get(number);
            if (at != null) {
                waits.recordValue(Math.min(LONGEST_MILLIS, Math.max(0, at - since)));
            }
        });
        figures.add(GROUP, stage + ", tickets looked at", "", waits.getTotalCount());
        figures.add(GROUP, stage + ", p50", "ms", waits.getValueAtPercentile(50));
        figures.add(GROUP, stage + ", p99", "ms", waits.getValueAtPercentile(99));
        figures.add(GROUP, stage + ", longest", "ms", waits.getMaxValue());
    }
}
