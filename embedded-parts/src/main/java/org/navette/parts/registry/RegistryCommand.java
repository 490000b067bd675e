package org.navette.parts.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line that runs the registry. */
public final class RegistryCommand {

    private RegistryCommand() {}

    /**
     * @param home where the distribution was unpacked
     * @throws IllegalArgumentException if it is not there
     */
    public static List<String> of(Path home, Path dataDirectory, int port) {
        var database = dataDirectory.toAbsolutePath().resolve("registry");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                // It serves a few look-ups at each start of a client: quick to be there counts, not throughput.
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // WRITE_DELAY=0: an answered registration is in the file. One lost by a kill -9 would give its id,
                // which records already carry, to another schema.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=8",
                "-Dquarkus.log.console.level=WARN",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                runnerIn(home).toString());
    }

    private static Path runnerIn(Path home) {
        try (var files = Files.newDirectoryStream(home, "*-runner.jar")) {
            for (var file : files) {
                return file.toAbsolutePath();
            }
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("no schema registry in " + home, e);
        }
        throw new IllegalArgumentException("no schema registry in " + home);
    }
}
