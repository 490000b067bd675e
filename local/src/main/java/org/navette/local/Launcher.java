package org.navette.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Starts a program out of reach of the terminal's Ctrl-C: the supervisor alone hears it and stops them in order. */
final class Launcher {

    private final List<String> prefix;

    Launcher(String path) {
        this.prefix = onPath(path, "setsid")
                .map(List::of)
                .orElse(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "navette"));
    }

    private static Optional<String> onPath(String path, String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    Process launch(Program program) {
        new LogFile(program.log()).bound();
        var command = new ArrayList<>(prefix);
        command.addAll(program.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(program.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartFailed("%s can't be started: %s".formatted(program.name(), e.getMessage()));
        }
    }
}
