package org.navette.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.navette.bench.limit.CopyTopology;
import org.navette.bench.limit.RouteTopology;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.Http;
import org.navette.bench.stack.ReadModel;
import org.navette.bench.stack.Running;
import org.navette.bench.stack.ServiceName;
import org.navette.bench.stack.Stack;
import org.navette.parts.Wait;
import org.navette.schemas.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast each service works off a backlog, started cold and alone with the parts, whatever was there before. The rate
 * is counted twice: from the start of the process to the end, and between a tenth and nine tenths of the backlog.
 */
public final class Draining {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration SELDOM = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Stack stack;
    private final Figures figures;
    private final long tickets;
    private final String condition;
    private final Function<ServiceName, List<Running>> start;

    public Draining(Stack stack, Figures figures, long tickets) {
        this(stack, figures, tickets, "");
    }

    /** By so many instances of each service, each on a processor of its own. */
    public static Draining byInstances(Stack stack, Figures figures, long tickets, int instances) {
        var condition = instances == 1 ? ", one instance" : ", " + instances + " instances";
        return new Draining(stack, figures, tickets, condition, service -> IntStream.range(0, instances)
                .mapToObj(instance -> stack.beginOnProcessor(service, instance))
                .toList());
    }

    /**
     * @param tickets in the backlog
     * @param condition appended to the names of the groups
     */
    Draining(Stack stack, Figures figures, long tickets, String condition) {
        this(stack, figures, tickets, condition, service -> List.of(stack.begin(service)));
    }

    private Draining(
            Stack stack, Figures figures, long tickets, String condition, Function<ServiceName, List<Running>> start) {
        this.stack = stack;
        this.figures = figures;
        this.tickets = tickets;
        this.condition = condition;
        this.start = start;
    }

    /** The submissions to their facts; leaves them there for the others. */
    public void router() {
        countRecords("router", Topics.TICKET_EVENTS.name(), () -> start.apply(ServiceName.ROUTER));
    }

    /** The submissions to their facts by one router, without a figure of it. */
    public void makeFacts() {
        try (var counter = RecordCounter.ofNew(stack.bootstrapServers(), Topics.TICKET_EVENTS.name())) {
            var router = stack.start(ServiceName.ROUTER);
            Wait.orFail(LIMIT, SELDOM, () -> counter.count() >= tickets);
            stack.stop(router);
        }
    }

    /** The submissions to another topic. */
    public void copy() {
        limit("bare copy", Stack.COPY_TOPIC, CopyTopology.class);
    }

    /** The submissions to as many records as the router makes of them. */
    public void route() {
        limit("bare route", Stack.FACT_TOPIC, RouteTopology.class);
    }

    private void limit(String name, String topic, Class<?> main) {
        var state = stack.stateDirectory(main.getSimpleName());
        countRecords(name, topic, () -> List.of(stack.startLimit(name.replace(' ', '-'), main, List.of(state))));
    }

    /** The facts to mails. */
    public void notifier() {
        drain("notifier", () -> start.apply(ServiceName.NOTIFIER), () -> mails(stack), SELDOM);
    }

    /** The same, of facts whose mails take the mail server their time. */
    public void notifierOfSlowMails() {
        drain("notifier, slow mails", () -> start.apply(ServiceName.NOTIFIER), () -> mails(stack), SELDOM);
    }

    /** The facts to documents. */
    public void query() {
        try (var model = ReadModel.at(stack.mongoUri())) {
            drain("query", () -> start.apply(ServiceName.QUERY), model::count, SELDOM);
            if (condition.isEmpty()) {
                figures.add("query", "refused among them", "", model.refusals());
            }
        }
    }

    /** What all tickets so far take on disk, without what the processes set aside in advance. */
    public void sizes() {
        figures.add("disk", "log and state of the broker, a ticket", "kB", stack.logBytes() / 1e3 / tickets);
        stack.readModelBytes()
                .ifPresent(bytes ->
                        figures.add("disk", "read model with its indexes, a ticket", "kB", bytes / 1e3 / tickets));
    }

    static long mails(Stack stack) {
        return JSON.readTree(Http.get(stack.mails().resolve("/api/count")))
                .get("count")
                .asLong();
    }

    private void countRecords(String name, String topic, Supplier<List<Running>> processes) {
        try (var counter = RecordCounter.ofNew(stack.bootstrapServers(), topic)) {
            drain(name, processes, counter::count, OFTEN);
        }
    }

    private void drain(String name, Supplier<List<Running>> start, LongSupplier count, Duration interval) {
        var group = name + condition;
        var before = count.getAsLong();
        var cpuBefore = stack.running().stream().collect(Collectors.toMap(Running::name, Running::cpu));
        var processes = start.get();
        var started = processes.get(0).startedNanos();
        var progress = Progress.watch(
                () -> {
                    processes.forEach(Running::requireAlive);
                    return count.getAsLong() - before;
                },
                tickets,
                interval,
                LIMIT);
        figures.add(group, "from start to the first", "s", progress.secondsToFirst(started));
        figures.add(group, "rate from start to the end", "1/s", tickets * 1e9 / (progress.end() - started));
        figures.add(group, "steady rate", "1/s", progress.steadyRate());
        figures.add(group, "peak memory", "MB", processes.get(0).peakMemory());
        for (var other : stack.running()) {
            var cpu = other.cpu().minus(cpuBefore.getOrDefault(other.name(), Duration.ZERO));
            figures.add(group, "processor of " + other.name() + ", a ticket", "ms", cpu.toNanos() / 1e6 / tickets);
        }
        processes.forEach(stack::stop);
    }
}
