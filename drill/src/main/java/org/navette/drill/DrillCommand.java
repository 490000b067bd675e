package org.navette.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.FuzzCommand;
import org.navette.drill.overload.OverloadCommand;
import org.navette.drill.round.Rounds;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.drill.stack.WrongClock;
import org.navette.parts.database.Mongod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks a pipeline of its own, part by part, and counts what became of the tickets. */
@Command(
        name = "drill",
        sortOptions = false,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        description = "Starts a pipeline of its own, breaks it part by part under load, and counts what became of the"
                + " tickets. Exit code 1: something was lost, doubled or wrong.",
        subcommands = {OverloadCommand.class, FuzzCommand.class})
final class DrillCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "10", description = "how many faults (default: ${DEFAULT-VALUE})")
    int rounds;

    @Option(names = "--seed", description = "repeats the faults of an earlier drill (default: a random one)")
    @Nullable
    Long seed;

    @Option(names = "--rate", defaultValue = "100", description = "tickets a second (default: ${DEFAULT-VALUE})")
    int rate;

    @Option(names = "--two-of-each", description = "two instances of every service; one of them suffers")
    boolean twoOfEach;

    @Option(
            names = "--faults",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "only those, such as kill:.* or .*:broker")
    String faults;

    @Option(
            names = "--settle-limit",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "longest wait after a round (default: ${DEFAULT-VALUE})")
    int settleLimit;

    @Option(
            names = "--clock-library",
            paramLabel = "FILE",
            description = "libfaketime, where it is not in its usual place")
    @Nullable
    Path clockLibrary;

    @Mixin
    StackOptions stackOptions = new StackOptions();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var usedSeed = seed == null ? new Random().nextInt(1_000_000) : seed;
        var clocks = clockLibrary == null ? WrongClock.library().orElse(null) : clockLibrary;
        out.printf("Drill with --seed %d, %d tickets a second.%n", usedSeed, rate);
        try (var stack = Stack.start(stackOptions.settings(twoOfEach ? 2 : 1, true, clocks))) {
            tell(out, stack, clocks);
            Preparation.loadReferenceData(stack);
            var settings = new Rounds.Settings(rounds, usedSeed, rate, Duration.ofSeconds(settleLimit), faults);
            try (var all = new Rounds(stack, settings, out)) {
                return all.run() ? 0 : 1;
            }
        }
    }

    private static void tell(PrintWriter out, Stack stack, @Nullable Path clocks) {
        out.println("The database is " + Mongod.onPath().map(path -> path + ".").orElse("the embedded one."));
        if (stack.disk(Part.BROKER).isEmpty() || stack.disk(Part.DATABASE).isEmpty()) {
            out.println("Full disks are left out: they need root, mkfs.ext4 and a loop device.");
        }
        if (clocks == null) {
            out.println("Jumping clocks are left out: libfaketime is not installed.");
        }
        out.println();
        out.flush();
    }
}
