package org.navette.query.rebuild;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How many threads a command reads and writes with. */
final class Threads {

    private static final int MOST = 64;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    private int threads;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "3",
            description = "Threads that read the log and write (${DEFAULT-VALUE}).")
    void threads(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new ParameterException(command.commandLine(), "--threads is a number from 1 to " + MOST);
        }
        this.threads = wanted;
    }

    int count() {
        return threads;
    }
}
