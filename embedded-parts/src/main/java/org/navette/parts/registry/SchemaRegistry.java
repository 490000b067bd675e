package org.navette.parts.registry;

import java.nio.file.Path;
import java.time.Duration;
import org.navette.parts.ChildProcess;
import org.navette.parts.FreePort;

/**
 * Apicurio Registry as a child process, spoken to by Confluent's API, with its data in an H2 file and full transitive
 * compatibility asked of every subject.
 */
public final class SchemaRegistry implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final ChildProcess process;
    private final RegistryApi api;

    private SchemaRegistry(ChildProcess process, RegistryApi api) {
        this.process = process;
        this.api = api;
    }

    /**
     * Returns when the registry answers and its compatibility is set.
     *
     * @param home where the distribution was unpacked
     * @param dataDirectory also takes its log, {@code registry.log}
     * @param port 0 for a free one
     * @throws IllegalStateException if the process ends or does not answer in 90 s
     */
    public static SchemaRegistry start(Path home, Path dataDirectory, int port) {
        var actualPort = FreePort.orFree(port);
        var process = ChildProcess.start(
                RegistryCommand.of(home, dataDirectory, actualPort), dataDirectory.resolve("registry.log"));
        var registry = new SchemaRegistry(process, RegistryApi.onPort(actualPort));
        try {
            registry.awaitReady();
            registry.api.requireFullTransitiveCompatibility();
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private void awaitReady() {
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!api.answers()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IllegalStateException("the schema registry did not start:\n" + process.lastLines(20));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the schema registry started", e);
        }
    }

    /** For {@code schema.registry.url}. */
    public String url() {
        return api.url();
    }

    /** To be measured. */
    public ChildProcess process() {
        return process;
    }

    /** As kill -9 does it, for tests of what survives that. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
