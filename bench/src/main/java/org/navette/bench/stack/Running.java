package org.navette.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.navette.parts.ChildProcess;
import org.navette.parts.Wait;

/**
 * A process that is measured.
 *
 * @param url where it answers
 */
public record Running(String name, ChildProcess process, URI url, long startedNanos) implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** Blocks until it listens. */
    Running awaitPort() {
        return await(this::listens);
    }

    /** Blocks until it says that it is ready. */
    Running awaitReady() {
        return await(() -> Http.status(url.resolve("/actuator/health/readiness")) == 200);
    }

    /** @throws IllegalStateException with the last lines of its log, where it ended or took too long */
    Running await(BooleanSupplier condition) {
        try {
            Wait.orFail(START_LIMIT, Duration.ofMillis(50), () -> {
                requireAlive();
                return condition.getAsBoolean();
            });
            return this;
        } catch (IllegalStateException e) {
            close();
            throw new IllegalStateException(name + " did not start: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException with the last lines of its log, where it ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended:\n" + process.lastLines(30));
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Memory that it holds now, in MB (10^6 bytes). */
    public double memory() {
        return Memory.megabytes(process.pid(), "VmRSS");
    }

    /** The most memory that it held. */
    public double peakMemory() {
        return Memory.megabytes(process.pid(), "VmHWM");
    }

    /** Processor time since its start, all threads together. */
    public Duration cpu() {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** That part of {@link #cpu()} which the JVM's compilers took. */
    public Duration compiling() {
        return process.compiling();
    }

    @Override
    public void close() {
        process.close();
    }

    private static final class Memory {

        static double megabytes(long pid, String field) {
            try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
                return lines.filter(line -> line.startsWith(field + ":"))
                        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                        .findFirst()
                        .orElse(Double.NaN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
