package org.navette.drill.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.navette.drill.Preparation;
import org.navette.drill.StackOptions;
import org.navette.drill.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Throws bad input at a pipeline. */
@Command(
        name = "fuzz",
        sortOptions = false,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        description =
                "Starts a pipeline of its own and throws bad input at its interfaces, its topics and its reference"
                        + " data. Exit code 1: something was found.")
public final class FuzzCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--cases", defaultValue = "100000", description = "how many (default: ${DEFAULT-VALUE})")
    long cases;

    @Option(names = "--seed", description = "repeats the cases of an earlier run (default: a random one)")
    @Nullable
    Long seed;

    @Option(names = "--only", paramLabel = "NUMBER", description = "throws that case alone")
    @Nullable
    Long only;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "for the cases: those that are left then are left out (default: ${DEFAULT-VALUE})")
    int timeLimit;

    @Option(
            names = "--settle-limit",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "longest wait for the services to come to the end of it (default: ${DEFAULT-VALUE})")
    int settleLimit;

    @Mixin
    StackOptions stackOptions = new StackOptions();

    @Override
    public Integer call() throws IOException {
        atLeastOne("--cases", cases);
        atLeastOne("--time-limit", timeLimit);
        atLeastOne("--settle-limit", settleLimit);
        var out = spec.commandLine().getOut();
        var usedSeed = seed == null ? new Random().nextInt(1_000_000) : seed;
        out.printf("Fuzz with --seed %d, %d cases within %d s.%n", usedSeed, cases, timeLimit);
        out.flush();
        var stackSettings = stackOptions.settings(1, false, null);
        var settings = new FuzzSettings(
                cases,
                usedSeed,
                Duration.ofSeconds(timeLimit),
                only,
                Duration.ofSeconds(settleLimit),
                stackSettings.distribution().operator(),
                stackSettings.directory());
        try (var stack = Stack.start(stackSettings)) {
            Preparation.loadReferenceData(stack);
            return new Fuzz(stack, settings, out).run() ? 0 : 1;
        }
    }

    private void atLeastOne(String option, long value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " has to be 1 or more, and is " + value);
        }
    }
}
