package org.navette.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the services' jars and the registry are.
 *
 * @param home what the local run is assembled into, or the root of a built source tree
 */
public record Distribution(Path home) {

    /** The commands for operators. */
    public Path operator() {
        var assembled = home.resolve("operator.jar");
        return Files.isRegularFile(assembled) ? assembled : jar("operator");
    }

    /** @throws IllegalArgumentException where it is not there */
    Path jar(String service) {
        for (var directory :
                List.of(home.resolve("services"), home.resolve(service).resolve("target"))) {
            if (Files.isDirectory(directory)) {
                try (var jars = Files.newDirectoryStream(directory, service + "*.jar")) {
                    for (var jar : jars) {
                        return jar.toAbsolutePath();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalArgumentException(
                "no jar of " + service + " in " + home + ": build it, or name another --home");
    }

    Path registry() {
        var assembled = home.resolve("registry");
        return Files.isDirectory(assembled) ? assembled : home.resolve("embedded-parts/target/registry");
    }
}
