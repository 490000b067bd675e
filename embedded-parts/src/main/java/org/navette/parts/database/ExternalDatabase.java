package org.navette.parts.database;

/** One that somebody else runs. */
record ExternalDatabase(String uri) implements Database {

    @Override
    public String description() {
        return "the server of MONGODB_URI";
    }

    @Override
    public String limits() {
        return "";
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
