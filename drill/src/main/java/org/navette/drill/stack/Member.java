package org.navette.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.navette.parts.ChildProcess;
import org.navette.parts.Wait;

/** A process of the pipeline; started again, it is as it was but for what it lost. */
public final class Member {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String NICE = "10";
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Part part;
    private final String name;
    private final List<String> command;
    private final URI url;
    private final BooleanSupplier readiness;
    private final Path logs;
    private @Nullable ChildProcess process;
    private int starts;

    Member(Part part, String name, List<String> command, URI url, BooleanSupplier readiness, Path logs) {
        this.part = part;
        this.name = name;
        this.command = command;
        this.url = url;
        this.readiness = readiness;
        this.logs = logs;
    }

    public Part part() {
        return part;
    }

    public String name() {
        return name;
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /** Returns at once. */
    public synchronized void start() {
        if (process != null) {
            // What watches over a process that ended must not outlive it: its number may be another's by then.
            process.kill();
        }
        starts++;
        process = ChildProcess.start(command, logs.resolve(name.replace(' ', '-') + "-" + starts + ".log"));
    }

    /** @throws IllegalStateException where it ended or took too long */
    Member awaitReady() {
        var ready = Wait.until(START_LIMIT, LOOK, () -> {
            if (!isAlive()) {
                throw new IllegalStateException(name + " ended:\n" + lastLines());
            }
            return isReady();
        });
        if (!ready) {
            throw new IllegalStateException(name + " is not ready:\n" + lastLines());
        }
        return this;
    }

    public boolean isReady() {
        return readiness.getAsBoolean();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The last lines that it printed. */
    public synchronized String lastLines() {
        return process == null ? "" : process.lastLines(15);
    }

    /** As {@code kill -9}; returns when it is gone. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public void freeze() {
        Shell.run("kill", "-STOP", String.valueOf(pid()));
    }

    public void thaw() {
        Shell.run("kill", "-CONT", String.valueOf(pid()));
    }

    /**
     * From now on others come first where processors are short; until it is started again.
     *
     * @return whether that could be done
     */
    public boolean giveWay() {
        var command = new ArrayList<>(List.of("renice", "-n", NICE, "-p"));
        try (var threads = Files.list(Path.of("/proc", String.valueOf(pid()), "task"))) {
            threads.forEach(thread -> command.add(thread.getFileName().toString()));
        } catch (IOException e) {
            return false;
        }
        return Shell.complaint(command.toArray(String[]::new)) == null;
    }

    private synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process.pid();
    }

    /** Processor time that the JVM's compilers took since its start. */
    public synchronized Duration compiling() {
        return process == null ? Duration.ZERO : process.compiling();
    }

    /** Memory that it holds now, in MB (10^6 bytes). */
    public double memory() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In good order. */
    public synchronized void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
