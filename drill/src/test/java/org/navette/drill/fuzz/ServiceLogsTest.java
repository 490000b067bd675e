package org.navette.drill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogsTest {

    private static final Path PROJECT = Path.of("..");

    @TempDir
    Path directory;

    @Test
    void findsAThreadThatDiedAndMemoryThatRanOut() throws IOException {
        var logs = Files.createDirectory(directory.resolve("logs"));
        Files.write(logs.resolve("router.log"), List.of("all is well", ServiceLogs.DEAD_THREADS.get(1), "goes on"));
        Files.write(logs.resolve("intake.log"), List.of("java.lang.OutOfMemoryError: Java heap space"));
        Files.write(logs.resolve("query.log"), List.of("all is well"));
        var flaws = new Flaws();

        ServiceLogs.check(directory, flaws);

        assertThat(flaws.of(ServiceLogs.CHECK)).isEqualTo(2);
    }

    @Test
    void knowsTheServicesWords() throws IOException {
        var sources = sources();
        for (var words : ServiceLogs.DEAD_THREADS) {
            assertThat(sources).as(words).anyMatch(source -> source.contains(words));
        }
    }

    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        for (var service : List.of("ticket-router", "ticket-notifier", "ticket-query")) {
            try (var files = Files.walk(PROJECT.resolve(service).resolve("src/main/java"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
