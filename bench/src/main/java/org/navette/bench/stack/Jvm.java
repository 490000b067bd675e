package org.navette.bench.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs. */
final class Jvm {

    /** As the local run starts the services; the limits beside them get the same. */
    static final List<String> SERVICE = List.of("-Xmx512m");

    /** As the local run starts the parts. */
    static final List<String> BROKER = List.of("-Xms256m", "-Xmx640m", "-XX:+UseG1GC");

    static final List<String> DATABASE = List.of("-Xmx2g", "-XX:+UseSerialGC");
    static final List<String> MAIL = List.of("-Xmx128m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC");

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private Jvm() {}

    static List<String> jar(List<String> flags, Path jar) {
        var command = java(flags);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /** A main class of this program or of a library of its. */
    static List<String> main(List<String> flags, String main, List<String> arguments) {
        var command = java(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        if (isPackaged()) {
            command.add("-Dloader.main=" + main);
            command.add(LAUNCHER);
        } else {
            command.add(main);
        }
        command.addAll(arguments);
        return command;
    }

    private static List<String> java(List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return command;
    }

    private static boolean isPackaged() {
        try {
            Class.forName(LAUNCHER, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
