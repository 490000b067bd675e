package org.navette.query.rebuild;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = RebuildCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Builds the read model anew from the log and puts it in the place of the live one, which serves meanwhile.",
            "It takes the variables of ticket-query. Exit code 1: the two differed, or it failed: the live one is then"
                    + " as it was, unless the output says otherwise."
        })
final class RebuildCommand implements Callable<Integer> {

    static final String NAME = "rebuild-read-model";

    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Threads threads;

    @Option(names = "--no-comparison", description = "Don't compare the former read model with the new one.")
    private boolean withoutComparison;

    @Option(
            names = "--keep-former",
            description = "Keep the former one until the next rebuild, even where the two are equal.")
    private boolean keepFormer;

    RebuildCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Report report = new Report(spec.commandLine().getOut());
        Rebuild.Options options = new Rebuild.Options(threads.count(), !withoutComparison, keepFormer);
        return program.run(rebuild -> rebuild.run(options, report)) ? 0 : 1;
    }
}
