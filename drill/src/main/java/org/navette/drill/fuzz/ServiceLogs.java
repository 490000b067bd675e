package org.navette.drill.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks through what the services printed for what no input may cause, and no answer shows. */
final class ServiceLogs {

    static final String CHECK = "logs";

    /** What the services themselves say of a thread that died: query, router, notifier. */
    static final List<String> DEAD_THREADS =
            List.of("failed and is made anew", "A stream thread failed and is replaced", "failed and goes on");

    private static final List<String> BAD = Stream.concat(
                    Stream.of("OutOfMemoryError", "StackOverflowError", "Exception in thread"), DEAD_THREADS.stream())
            .toList();

    private ServiceLogs() {}

    /** @param directory of the stack */
    static void check(Path directory, Flaws flaws) throws IOException {
        try (var files = Files.newDirectoryStream(directory.resolve("logs"), "*.log")) {
            for (var file : files) {
                checkFile(file, flaws);
            }
        }
    }

    private static void checkFile(Path file, Flaws flaws) throws IOException {
        // Whatever bytes are in there.
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> BAD.stream()
                    .filter(line::contains)
                    .findFirst()
                    .ifPresent(bad -> flaws.add(Flaw.of(
                            CHECK,
                            file.getFileName() + ": " + bad,
                            line.substring(0, Math.min(line.length(), 1_000))))));
        }
    }
}
