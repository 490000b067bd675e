package org.navette.local;

import picocli.CommandLine;

/** The program behind {@code ./navette start}. Exit codes: 1 a start that failed, 2 one that could not begin. */
final class LocalMain {

    private LocalMain() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new StartCommand());
        line.setCommandName("./navette start");
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Refusal) {
                command.getErr().println(failure.getMessage());
                return 2;
            }
            if (failure instanceof StartFailed) {
                command.getErr().println(failure.getMessage());
                return 1;
            }
            throw failure;
        });
        return line;
    }
}
