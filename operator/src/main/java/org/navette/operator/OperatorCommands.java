package org.navette.operator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./navette} that talk to a running pipeline. Exit code 2: the call's words are off. */
@Command(
        name = "navette",
        mixinStandardHelpOptions = true,
        description = "What an operator runs against a pipeline.",
        subcommands = {ReadCommand.class, DeadLettersCommand.class, RegisterSchemasCommand.class})
final class OperatorCommands {

    private OperatorCommands() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new OperatorCommands());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("navette: " + Failures.inOneLine(failure));
            return 1;
        });
        return line;
    }
}
