package org.navette.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.navette.bench.measure.Accepting;
import org.navette.bench.measure.Bulk;
import org.navette.bench.measure.Draining;
import org.navette.bench.measure.EndToEnd;
import org.navette.bench.measure.Growth;
import org.navette.bench.measure.Limits;
import org.navette.bench.measure.ReferenceTables;
import org.navette.bench.measure.References;
import org.navette.bench.measure.Settings;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.Running;
import org.navette.bench.stack.ServiceName;
import org.navette.bench.stack.Stack;
import org.navette.bench.stack.StackSettings;

/**
 * One run: up to three stacks, one after the other, each with empty data directories, so that no measurement finds what
 * another one left.
 */
final class Run {

    private static final int[] INSTANCES = {1, 2};

    private final StackSettings stacks;
    private final Settings settings;
    private final Set<What> wanted;
    private final List<Integer> levels;
    private final Figures figures = new Figures(figure -> System.err.println("    " + figure));

    /** @param levels of the growth, rising */
    Run(StackSettings stacks, Settings settings, Set<What> wanted, List<Integer> levels) {
        this.stacks = stacks;
        this.settings = settings;
        this.wanted = wanted;
        this.levels = levels.stream().sorted().toList();
    }

    /** @param rate of the end-to-end journeys, where it is not half of what the pipeline gets done */
    Figures measure(OptionalDouble rate) {
        if (any(What.ACCEPT, What.BULK, What.LIMITS)) {
            inStack("writing", this::writing);
        }
        if (any(What.ROUTER, What.NOTIFIER, What.QUERY, What.LIMITS)) {
            inStack("draining", this::draining);
        }
        if (any(What.END_TO_END)) {
            inStack("end-to-end", stack -> endToEnd(stack, rate));
        }
        if (any(What.GROWTH)) {
            inStack("growth", stack -> new Growth(stack, settings, figures).measure(levels));
        }
        if (any(What.INSTANCES)) {
            for (var instances : INSTANCES) {
                inStack("instances-" + instances, stack -> instances(stack, instances));
                inStack("slow-mails-" + instances, stack -> slowMails(stack, instances));
            }
        }
        Ratios.add(figures);
        return figures;
    }

    private boolean any(What... some) {
        return Set.of(some).stream().anyMatch(wanted::contains);
    }

    private void inStack(String name, Consumer<Stack> measurement) {
        System.err.println("  " + name + ": starting the parts");
        try (var stack = Stack.start(stacks, name)) {
            measurement.accept(stack);
        }
    }

    private void writing(Stack stack) {
        var limits = new Limits(stack, settings, figures);
        if (wanted.contains(What.LIMITS)) {
            limits.bareHandlers();
        }
        var intake = startIntake(stack);
        if (wanted.contains(What.ACCEPT)) {
            new Accepting(settings, figures).measure("accept", intake);
        }
        var bulk = new Bulk(settings);
        if (any(What.BULK, What.LIMITS)) {
            bulk.measure(figures, intake.url());
        }
        stack.stop(intake);
        if (wanted.contains(What.LIMITS)) {
            limits.producer();
        }
    }

    private void draining(Stack stack) {
        var draining = new Draining(stack, figures, backlog(stack, settings));
        if (wanted.contains(What.LIMITS)) {
            draining.copy();
            draining.route();
        }
        // The others need its facts.
        draining.router();
        if (wanted.contains(What.NOTIFIER)) {
            draining.notifier();
        }
        if (any(What.QUERY, What.LIMITS)) {
            draining.query();
        }
        if (wanted.containsAll(What.byDefault())) {
            draining.sizes();
        }
        if (wanted.contains(What.LIMITS)) {
            new Limits(stack, settings, figures).upserts();
        }
    }

    /** With fresh data each time: a second instance must not have to read more state than the first one. */
    private void instances(Stack stack, int instances) {
        var draining = Draining.byInstances(stack, figures, backlog(stack, settings), instances);
        draining.router();
        draining.notifier();
        draining.query();
    }

    /** Where a notifier waits more than it works, so that the processors have room for a second one. */
    private void slowMails(Stack stack, int instances) {
        var draining = Draining.byInstances(stack, figures, backlog(stack, settings.withSlowMails()), instances);
        draining.makeFacts();
        draining.notifierOfSlowMails();
    }

    /**
     * @param submissions how many, and what they are like
     * @return how many wait for the router
     */
    private long backlog(Stack stack, Settings submissions) {
        var intake = startIntake(stack);
        // As in production: the router knows the organisations and objects before the tickets come.
        var router = stack.start(ServiceName.ROUTER);
        References.load(intake.url());
        ReferenceTables.awaitRead(stack.bootstrapServers());
        stack.stop(router);
        var sent = new Bulk(submissions).send(intake.url(), 1, submissions.tickets());
        stack.stop(intake);
        return sent;
    }

    private void endToEnd(Stack stack, OptionalDouble rate) {
        var intake = startIntake(stack);
        stack.start(ServiceName.ROUTER);
        References.load(intake.url());
        ReferenceTables.awaitRead(stack.bootstrapServers());
        stack.start(ServiceName.NOTIFIER);
        var query = stack.start(ServiceName.QUERY);
        new EndToEnd(stack, settings, figures, intake, query).measure(rate);
    }

    private Running startIntake(Stack stack) {
        var intake = stack.start(ServiceName.INTAKE);
        figures.add("start", intake.name() + " until ready", "s", secondsSince(intake));
        return intake;
    }

    private static double secondsSince(Running process) {
        return Duration.ofNanos(System.nanoTime() - process.startedNanos()).toMillis() / 1000.0;
    }
}
