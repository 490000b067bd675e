package org.navette.parts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the services' programs, the registry and the demo data are.
 *
 * @param home what the local run is assembled into, or the root of a built source tree
 */
public record Distribution(Path home) {

    /** The one whose directory this program's jar lies in; the working directory where it lies in none. */
    public static Distribution own() {
        var program = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
        var directory = program.toAbsolutePath().getParent();
        return new Distribution(
                directory != null && Files.isDirectory(directory.resolve("services"))
                        ? directory
                        : Path.of("").toAbsolutePath());
    }

    /**
     * Starts a service as it ships: unpacked and with its archive of classes where the start script prepared that.
     *
     * @param name such as {@code ticket-intake}
     * @throws IllegalArgumentException where it is not there
     */
    public List<String> service(List<String> flags, String name) {
        var quick = home.resolve("quick").resolve(name);
        var classes = quick.resolve("classes.jsa");
        if (!Files.exists(classes)) {
            return Jvm.jar(flags, jar(name));
        }
        var all = new ArrayList<>(flags);
        all.addAll(List.of("-XX:SharedArchiveFile=" + classes, "-Xshare:auto"));
        return Jvm.jar(all, quick.resolve(name + ".jar"));
    }

    /** The commands for operators. */
    public Path operator() {
        var assembled = home.resolve("operator.jar");
        return Files.isRegularFile(assembled) ? assembled : jar("operator");
    }

    public Path registry() {
        var assembled = home.resolve("registry");
        return Files.isDirectory(assembled) ? assembled : home.resolve("embedded-parts/target/registry");
    }

    /** Of an assembled local run only. */
    public Path referenceData() {
        return home.resolve("reference-data");
    }

    private Path jar(String name) {
        for (var directory :
                List.of(home.resolve("services"), home.resolve(name).resolve("target"))) {
            if (Files.isDirectory(directory)) {
                try (var jars = Files.newDirectoryStream(directory, name + "*.jar")) {
                    for (var jar : jars) {
                        return jar.toAbsolutePath();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalArgumentException("no jar of " + name + " in " + home + ": build it, or name another --home");
    }
}
