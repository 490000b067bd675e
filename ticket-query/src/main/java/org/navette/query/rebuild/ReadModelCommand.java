package org.navette.query.rebuild;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Exit code 1: whatever it compared differs. */
abstract class ReadModelCommand implements Callable<Integer> {

    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Threads threads;

    ReadModelCommand(Program program) {
        this.program = program;
    }

    @Override
    public final Integer call() {
        Report report = new Report(spec.commandLine().getOut());
        return program.run(rebuild -> run(rebuild, threads.count(), report)) ? 0 : 1;
    }

    /** @return whether the read models that it compared are equal */
    abstract boolean run(Rebuild rebuild, int threads, Report report);
}
