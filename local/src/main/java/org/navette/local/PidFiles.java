package org.navette.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which processes this run started, on disk, so that the next one finds what a kill -9 of the supervisor left. A
 * process is known by its number and the time of its start: the number alone may be another's by then.
 */
final class PidFiles {

    /** The system computes the time of a start from its own start, which moves a little with the clock. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private static final String SUFFIX = ".pid";

    private final Path directory;

    PidFiles(Path directory) {
        this.directory = directory;
    }

    void write(String name, ProcessHandle process) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(directory.resolve(name + SUFFIX), process.pid() + " " + started.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes of an earlier run that still live. */
    List<Leftover> leftovers() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> leftover(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Leftover> leftover(Path file) {
        try {
            var words = Files.readString(file).strip().split(" ");
            if (words.length != 2) {
                return Optional.empty();
            }
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            var name = file.getFileName().toString().replace(SUFFIX, "");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> startedAt(process, started))
                    .map(process -> new Leftover(name, process));
        } catch (NumberFormatException e) {
            // Cut short by a kill -9 while it was written.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant instant) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, instant).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }

    record Leftover(String name, ProcessHandle process) {}
}
