package org.navette.parts.database;

import java.nio.file.Path;

/**
 * The embedded database as a process of its own: {@code DATA_DIRECTORY PORT}; stops at SIGTERM, and at once where it can't
 * write its file, so that whoever looks after it starts it again.
 */
public final class DatabaseMain {

    private DatabaseMain() {}

    public static void main(String[] args) {
        var database =
                EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]), (server, failure) -> end(failure));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
    }

    /** Without the orderly stop, which would write. */
    private static void end(Throwable failure) {
        System.err.println("The database can't write its file: " + failure);
        Runtime.getRuntime().halt(1);
    }
}
