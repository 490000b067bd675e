package org.navette.query.rebuild;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = CompareCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Compares the live read model, document by document, with the one that rebuild-read-model --keep-former left.",
            "It takes the variables of ticket-query. Exit code 1: they differ, or could not be compared."
        })
final class CompareCommand implements Callable<Integer> {

    static final String NAME = "compare-read-models";

    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Threads threads;

    CompareCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Report report = new Report(spec.commandLine().getOut());
        return program.run(rebuild -> rebuild.compare(threads.count(), report)) ? 0 : 1;
    }
}
