package org.navette.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build put together: this program's jar and, beside it, the services, the registry and the demo data. */
record Distribution(Path home) {

    /** The one that this program runs from. */
    static Distribution own() {
        try {
            var jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Distribution(jar.toAbsolutePath().getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path registry() {
        return home.resolve("registry");
    }

    Path referenceData() {
        return home.resolve("reference-data");
    }

    /** A part that lives in this program's own jar and libraries. */
    List<String> part(List<String> javaOptions, Class<?> main, Object... arguments) {
        var command = java(javaOptions);
        command.addAll(List.of("-cp", home.resolve("navette.jar").toString(), main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** A service as it ships: unpacked and with its archive of classes where the start script prepared that. */
    List<String> service(List<String> javaOptions, String name) {
        var command = java(javaOptions);
        var quick = home.resolve("quick").resolve(name);
        var classes = quick.resolve("classes.jsa");
        if (Files.exists(classes)) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + classes, "-Xshare:auto"));
            command.addAll(List.of("-jar", quick.resolve(name + ".jar").toString()));
        } else {
            command.addAll(
                    List.of("-jar", home.resolve("services/" + name + ".jar").toString()));
        }
        return command;
    }

    private static List<String> java(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        return command;
    }
}
