package org.navette.query.rebuild;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that this program has beside being the service. Exit code 2: the call's words are off. */
@Command(name = "navette", mixinStandardHelpOptions = true, description = "What an operator does with the read model.")
public final class ReadModelCommands {

    private ReadModelCommands() {}

    public static boolean knows(String command) {
        return Set.of(RebuildCommand.NAME, CompareCommand.NAME).contains(command);
    }

    public static int run(String... words) {
        return line(List.of()).execute(words);
    }

    /** @param settings as the service takes them, {@code --name=value} */
    static CommandLine line(List<String> settings) {
        Program program = new Program(settings);
        CommandLine line = new CommandLine(new ReadModelCommands());
        line.addSubcommand(new RebuildCommand(program));
        line.addSubcommand(new CompareCommand(program));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("navette: " + inOneLine(failure));
            return 1;
        });
        return line;
    }

    private static String inOneLine(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (text.indexOf(message) < 0) {
                text.append(text.isEmpty() ? "" : ": ").append(message);
            }
        }
        return text.toString();
    }
}
