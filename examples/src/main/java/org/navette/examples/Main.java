package org.navette.examples;

import java.util.Arrays;
import org.navette.examples.load.LoadCommand;
import picocli.CommandLine;

/** {@code load} and {@code generate}; without either word, {@code load}. */
final class Main {

    private Main() {}

    public static void main(String[] args) {
        String word = args.length == 0 ? "" : args[0];
        String[] options =
                word.equals("load") || word.equals("generate") ? Arrays.copyOfRange(args, 1, args.length) : args;
        CommandLine command = new CommandLine(word.equals("generate") ? new GenerateCommand() : new LoadCommand());
        System.exit(command.setCaseInsensitiveEnumValuesAllowed(true).execute(options));
    }
}
