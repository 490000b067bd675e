package org.navette.parts.database;

import java.nio.file.Path;

/** A server that speaks MongoDB's protocol. */
public interface Database extends AutoCloseable {

    /** Without a database's name: each service adds its own. */
    String uri();

    /** Which one it is, for a person. */
    String description();

    /** What it can't do, for a person; empty where it is the real one. */
    String limits();

    /** Stops it where we started it. */
    @Override
    void close();

    /**
     * The first of: {@code MONGODB_URI}, a {@code mongod} on the path, the embedded one. Returns when it takes
     * connections.
     *
     * @param port 0 for a free one; not used where {@code MONGODB_URI} is set
     */
    static Database start(Path dataDirectory, int port) {
        var external = System.getenv("MONGODB_URI");
        if (external != null && !external.isBlank()) {
            return new ExternalDatabase(external);
        }
        return Mongod.onPath()
                .<Database>map(program -> Mongod.start(program, dataDirectory, port))
                .orElseGet(() -> EmbeddedDatabase.start(dataDirectory, port));
    }
}
