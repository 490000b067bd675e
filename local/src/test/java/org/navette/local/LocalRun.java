package org.navette.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.navette.parts.FreePort;

/** The assembled distribution, started as a person does it, on free ports. */
final class LocalRun implements AutoCloseable {

    private static final Path JAR = Path.of("target", "navette", "navette.jar").toAbsolutePath();
    private static final List<String> PORTS = List.of(
            "intake", "query", "router", "notifier", "broker", "controller", "registry", "database", "smtp", "mails");
    private static final List<String> SERVICES =
            List.of("ticket-intake", "ticket-router", "ticket-notifier", "ticket-query");

    private final Path directory;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private Process process;

    LocalRun(Path directory) throws IOException {
        this.directory = directory;
        PORTS.forEach(name -> ports.put(name, FreePort.find()));
        this.process = launch("first.out");
    }

    private Process launch(String output) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--data-dir",
                data().toString()));
        ports.forEach((name, port) -> command.add("--" + name + "-port=" + port));
        // A start that short is over before the better code of the second compiler is worth its time.
        SERVICES.forEach(name -> command.add("--java-options=" + name + "=-XX:TieredStopAtLevel=1"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(output).toFile())
                .start();
    }

    Path data() {
        return directory.resolve("data");
    }

    String url(String name) {
        return "http://127.0.0.1:" + ports.get(name);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.get("broker");
    }

    String output(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    void awaitReady(String output) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the start failed:\n" + output(output));
                    }
                    return output(output).contains("Ready after");
                });
    }

    /** On the same directory and ports, while the first goes on. */
    Process startAnother(String output) throws IOException {
        return launch(output);
    }

    /** As kill -9 does it: what it started goes on. */
    void killSupervisorAndStartAgain(String output) throws IOException {
        process.destroyForcibly().onExit().join();
        process = launch(output);
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** As Ctrl-C does it. */
    void stop() {
        process.destroy();
        process.onExit().orTimeout(90, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        new PidFiles(data().resolve("run")).leftovers().forEach(leftover -> leftover.process()
                .destroyForcibly());
    }
}
