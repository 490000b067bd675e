package org.navette.query.rebuild;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.navette.query.RunningQuery;
import picocli.CommandLine;

/** Runs commands in this JVM, and keeps what they say. */
final class Commands {

    /** What became of one. */
    record Ended(int exitCode, String said) {}

    private Commands() {}

    static Ended run(RunningQuery on, String... words) {
        return run(on.arguments(), words);
    }

    static Ended run(List<String> settings, String... words) {
        return run(settings, new StringWriter(), words);
    }

    /** @param said takes what it says, for whoever can't wait for its end */
    static Ended run(List<String> settings, StringWriter said, String... words) {
        PrintWriter writer = new PrintWriter(said);
        CommandLine line = ReadModelCommands.line(settings);
        line.setOut(writer).setErr(writer);
        int exitCode = line.execute(words);
        writer.flush();
        return new Ended(exitCode, said.toString());
    }
}
