package org.navette.bench.measure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.navette.bench.http.Pace;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.ReadModel;
import org.navette.bench.stack.Running;
import org.navette.bench.stack.ServiceName;
import org.navette.bench.stack.Stack;
import org.navette.parts.Wait;
import org.navette.schemas.Topics;

/**
 * What work costs with ever more tickets already in the system: accepting, draining a backlog, lists and details, and how
 * soon the router and the query service are ready again after an orderly stop and after kill -9.
 */
public final class Growth {

    private static final int CONNECTIONS = 64;

    /** The same at each level: what a start costs, cold, is spread over as many. */
    private static final int BACKLOG = 40_000;

    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration FILL_LIMIT = Duration.ofHours(2);
    private static final List<ServiceName> READERS =
            List.of(ServiceName.ROUTER, ServiceName.NOTIFIER, ServiceName.QUERY);

    private final Stack stack;
    private final Settings settings;
    private final Figures figures;

    public Growth(Stack stack, Settings settings, Figures figures) {
        this.stack = stack;
        this.settings = settings;
        this.figures = figures;
    }

    /** @param levels numbers of tickets, rising */
    public void measure(List<Integer> levels) {
        var intake = stack.start(ServiceName.INTAKE);
        var router = stack.start(ServiceName.ROUTER);
        References.load(intake.url());
        ReferenceTables.awaitRead(stack.bootstrapServers());
        stack.stop(router);
        for (var level : levels) {
            var condition = ", with " + level + " there";
            fill(intake.url(), level);
            restarts(condition);
            backlog(intake.url(), condition);
            accept(intake.url(), condition);
        }
    }

    private void fill(URI intake, long level) {
        var readers = READERS.stream().map(stack::start).toList();
        var missing = level - submitted();
        if (missing > 0) {
            new Bulk(settings).send(intake, 1, missing);
        } else if (missing < 0) {
            System.err.println("      there are " + -missing + " tickets more, from the level before");
        }
        try (var model = ReadModel.at(stack.mongoUri())) {
            var all = submitted();
            Wait.orFail(FILL_LIMIT, Duration.ofSeconds(1), () -> model.count() >= all && Draining.mails(stack) >= all);
        }
        readers.forEach(stack::stop);
    }

    private void restarts(String condition) {
        var router = ready("restart" + condition, ServiceName.ROUTER, "after an orderly stop");
        router.process().kill();
        stack.stop(router);
        stack.stop(ready("restart" + condition, ServiceName.ROUTER, "after kill -9"));
        var query = ready("restart" + condition, ServiceName.QUERY, "after an orderly stop");
        new Lists(query.url(), figures, "lists" + condition).measure();
        query.process().kill();
        stack.stop(query);
        stack.stop(ready("restart" + condition, ServiceName.QUERY, "after kill -9"));
    }

    private Running ready(String group, ServiceName service, String after) {
        var running = stack.start(service);
        var seconds =
                Duration.ofNanos(System.nanoTime() - running.startedNanos()).toMillis() / 1000.0;
        figures.add(group, running.name() + " ready, " + after, "s", seconds);
        return running;
    }

    private void backlog(URI intake, String condition) {
        var begun = System.nanoTime();
        var accepted = new Bulk(settings).send(intake, 1, BACKLOG);
        figures.add("bulk" + condition, "rate", "1/s", accepted * 1e9 / (System.nanoTime() - begun));
        var draining = new Draining(stack, figures, accepted, condition);
        draining.router();
        draining.notifier();
        draining.query();
    }

    /** Its tickets are drained with those that fill the next level. */
    private void accept(URI intake, String condition) {
        var accepted = Accepting.run(
                intake,
                CONNECTIONS,
                settings.requests(intake),
                Pace.closed(settings.duration().plus(SETTLE)),
                SETTLE);
        figures.add("accept" + condition, CONNECTIONS + " connections, rate", "1/s", accepted.rate());
        figures.add("accept" + condition, CONNECTIONS + " connections, p99", "ms", accepted.millisAt(99));
    }

    /** By the ends of the topic: its producers write no transactions, so that each offset is a submission. */
    private long submitted() {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()), bytes, bytes)) {
            var partitions = consumer.partitionsFor(Topics.TICKETS_SUBMITTED.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
