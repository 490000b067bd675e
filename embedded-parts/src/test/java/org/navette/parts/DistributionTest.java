package org.navette.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    private static final List<String> FLAGS = List.of("-Xmx512m");

    @TempDir
    Path home;

    @Test
    void startsAServiceFromItsJar() throws IOException {
        var jar = file("services/ticket-intake.jar");

        assertThat(service()).containsExactly("-Xmx512m", "-jar", jar.toString());
    }

    @Test
    void startsAServiceOfASourceTree() throws IOException {
        var jar = file("ticket-intake/target/ticket-intake-1.0.jar");

        assertThat(service()).endsWith("-jar", jar.toString());
    }

    @Test
    void startsAServiceThatWasPreparedForAQuickStart() throws IOException {
        file("services/ticket-intake.jar");
        var jar = file("quick/ticket-intake/ticket-intake.jar");
        var classes = file("quick/ticket-intake/classes.jsa");

        assertThat(service())
                .containsExactly(
                        "-Xmx512m", "-XX:SharedArchiveFile=" + classes, "-Xshare:auto", "-jar", jar.toString());
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalArgumentException().isThrownBy(this::service).withMessageContaining("ticket-intake");
    }

    /** Without the JVM itself. */
    private List<String> service() {
        var command = new Distribution(home).service(FLAGS, "ticket-intake");
        return command.subList(1, command.size());
    }

    private Path file(String name) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
