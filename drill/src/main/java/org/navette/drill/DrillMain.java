package org.navette.drill;

import picocli.CommandLine;

/** The program behind {@code ./navette drill}. Exit codes: 1 something was lost, doubled or wrong, 2 it could not begin. */
public final class DrillMain {

    private DrillMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new DrillCommand())
                .setCommandName("./navette drill")
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof IllegalArgumentException) {
                        line.getErr().println(failure.getMessage());
                        return 2;
                    }
                    throw failure;
                })
                .execute(args));
    }
}
