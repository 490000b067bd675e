package org.navette.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of one process, set through libfaketime; the time that only goes on, which time-outs are counted by, stays
 * right, as it does where an administrator or a time server sets a machine's clock.
 */
public final class WrongClock {

    private static final List<Path> PLACES = Stream.of(
                    "/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime", "/usr/lib/faketime")
            .map(directory -> Path.of(directory, "libfaketime.so.1"))
            .toList();

    private final Path library;
    private final Path offset;

    WrongClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
        set(Duration.ZERO);
    }

    /** The library, where this machine has it. */
    public static Optional<Path> library() {
        return PLACES.stream().filter(Files::isRegularFile).findFirst();
    }

    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // By default it believes that timed waits count by the other clock, and each of the JVM's ends at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** Seen within a second. */
    public void set(Duration ahead) {
        var seconds = ahead.toSeconds();
        try {
            var fresh = Files.createTempFile(offset.toAbsolutePath().getParent(), "clock", "");
            Files.writeString(fresh, (seconds < 0 ? "" : "+") + seconds + "s\n");
            Files.move(fresh, offset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
