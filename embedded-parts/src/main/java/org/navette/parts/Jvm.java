package org.navette.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines of JVMs of the version that this program runs on. */
public final class Jvm {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private Jvm() {}

    /** A program that is a jar. */
    public static List<String> jar(List<String> flags, Path jar) {
        var command = java(flags);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /** A main class of this program or of a library of its. */
    public static List<String> main(List<String> flags, Class<?> main, Object... arguments) {
        var command = java(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        if (isPackaged()) {
            command.add("-Dloader.main=" + main.getName());
            command.add(LAUNCHER);
        } else {
            command.add(main.getName());
        }
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** The command with variables of its own; its process id stays. */
    public static List<String> withEnvironment(Map<String, String> environment, List<String> command) {
        var whole = new ArrayList<String>();
        whole.add("env");
        environment.forEach((name, value) -> whole.add(name + "=" + value));
        whole.addAll(command);
        return whole;
    }

    private static List<String> java(List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return command;
    }

    /** Whether its libraries are inside its jar, where only Spring Boot's launcher finds them. */
    private static boolean isPackaged() {
        try {
            Class.forName(LAUNCHER, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
