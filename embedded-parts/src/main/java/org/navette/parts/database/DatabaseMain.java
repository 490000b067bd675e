package org.navette.parts.database;

import java.nio.file.Path;

/** The embedded database as a process of its own: {@code DATA_DIRECTORY PORT}; stops at SIGTERM. */
public final class DatabaseMain {

    private DatabaseMain() {}

    public static void main(String[] args) {
        var database = EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
    }
}
