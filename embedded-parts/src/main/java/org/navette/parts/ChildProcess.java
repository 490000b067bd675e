package org.navette.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that this JVM started and that must not outlive it. */
public final class ChildProcess implements AutoCloseable {

    private static final long GRACE_SECONDS = 10;

    private final Process process;
    private final AfterExit watchdog;
    private final Path log;

    private ChildProcess(Process process, AfterExit watchdog, Path log) {
        this.process = process;
        this.watchdog = watchdog;
        this.log = log;
    }

    /** Starts the command; what it prints goes to {@code log}, which is overwritten. */
    public static ChildProcess start(List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ChildProcess(process, AfterExit.kill(process.pid()), log);
        } catch (IOException e) {
            throw new UncheckedIOException("can't start " + command.get(0), e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time that the compilers took, where it is a JVM. */
    public Duration compiling() {
        return ThreadTimes.ofThreadsLike(process.pid(), "C[12] Comp.*");
    }

    /** The last lines that it printed, for a message about its end. */
    public String lastLines(int count) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(" + log + " can't be read: " + e.getMessage() + ")";
        }
    }

    /** As kill -9 does it, for tests of what survives that. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        watchdog.close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        watchdog.close();
    }
}
