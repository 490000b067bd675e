package org.navette.drill.fuzz.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./navette dead-letters}, as a process of its own. */
public final class OperatorProgram {

    private static final long LIMIT_SECONDS = 180;

    private final Path jar;
    private final String bootstrapServers;
    private final String registryUrl;

    public OperatorProgram(Path jar, String bootstrapServers, String registryUrl) {
        this.jar = jar;
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
    }

    /** @param exitCode -1 where it took too long */
    record Run(int exitCode, List<String> lines) {}

    Run deadLetters(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                jar.toString(),
                "dead-letters",
                "--bootstrap",
                bootstrapServers,
                "--registry",
                registryUrl));
        command.addAll(List.of(words));
        try {
            var printed = Files.createTempFile("navette-operator", ".txt");
            try {
                return run(command, printed);
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(List<String> command, Path printed) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            process.getOutputStream().close();
            var ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            var text = Files.readString(printed, StandardCharsets.ISO_8859_1);
            return new Run(ended ? process.exitValue() : -1, List.of(text.split("\n")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
