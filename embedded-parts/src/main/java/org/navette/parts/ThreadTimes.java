package org.navette.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Processor times of single threads, from {@code /proc}; see proc_pid_stat(5). */
final class ThreadTimes {

    /** The kernel's unit there, whatever its own tick is. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private ThreadTimes() {}

    /** @param name a regular expression; the kernel keeps the first 15 characters of a thread's name */
    static Duration ofThreadsLike(long pid, String name) {
        try (var threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return threads.map(thread -> time(thread, name)).reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration time(Path thread, String name) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            // The name stands in brackets and may hold spaces and brackets itself.
            var end = stat.lastIndexOf(')');
            if (!stat.substring(stat.indexOf('(') + 1, end).matches(name)) {
                return Duration.ZERO;
            }
            var fields = stat.substring(end + 2).split(" ");
            return TICK.multipliedBy(Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]));
        } catch (NoSuchFileException e) {
            // It ended meanwhile.
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
