package org.navette.drill.overload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.navette.drill.Preparation;
import org.navette.drill.StackOptions;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Submissions;
import org.navette.drill.observe.SubmittedCount;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives intake more than it can take. */
@Command(
        name = "overload",
        sortOptions = false,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        description =
                "Starts a pipeline of its own and gives its intake twice what it can take, then clients that behave"
                        + " badly. Exit code 1: something that should hold does not.")
public final class OverloadCommand implements Callable<Integer> {

    private static final int BODIES = 2_000;

    @Spec
    CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "60", description = "of overload (default: ${DEFAULT-VALUE})")
    int seconds;

    @Option(
            names = "--top-rate",
            defaultValue = "0",
            description = "accepts a second that intake can do (default: measured first)")
    double topRate;

    @Option(
            names = "--memory-limit",
            paramLabel = "MB",
            defaultValue = "1000",
            description = "of intake's process, which has a heap of 512 MiB (default: ${DEFAULT-VALUE})")
    double memoryLimit;

    @Option(
            names = "--idle-connections",
            defaultValue = "10000",
            description = "needs as many open files (default: ${DEFAULT-VALUE})")
    int idleConnections;

    @Option(names = "--slow-clients", defaultValue = "300", description = "(default: ${DEFAULT-VALUE})")
    int slowClients;

    @Option(names = "--seed", defaultValue = "1", description = "of the tickets (default: ${DEFAULT-VALUE})")
    long seed;

    @Mixin
    StackOptions stackOptions = new StackOptions();

    @Override
    public Integer call() throws IOException {
        var judgements = new Judgements(spec.commandLine().getOut());
        judgements.say("Overload with --seed %d.".formatted(seed));
        try (var stack = Stack.start(stackOptions.settings(1, false, null))) {
            Preparation.loadReferenceData(stack);
            // On one machine their work on what came would count as intake's: its top rate is what it can do by itself.
            for (var part : List.of(Part.ROUTER, Part.NOTIFIER, Part.QUERY)) {
                stack.members(part).forEach(Member::stop);
            }
            var settings = new Overload.Settings(seconds, memoryLimit, topRate, idleConnections, slowClients);
            new Overload(stack, bodies(), settings, () -> SubmittedCount.of(stack.bootstrapServers()), judgements)
                    .run();
            return judgements.allHold() ? 0 : 1;
        }
    }

    private List<byte[]> bodies() {
        var submissions = new Submissions(new Random(seed));
        var bodies = new ArrayList<byte[]>();
        while (bodies.size() < BODIES) {
            var one = submissions.next();
            if (one.expected().kind() != Expected.Kind.INVALID) {
                bodies.add(one.body());
            }
        }
        return bodies;
    }
}
