package org.navette.parts.containers;

import org.navette.parts.database.Database;
import org.testcontainers.mongodb.MongoDBContainer;

/** MongoDB without a replica set: the services must not need one. */
record ContainerDatabase(MongoDBContainer container) implements Database {

    private static final String IMAGE = "mongo:8.0";

    static ContainerDatabase start() {
        var container = new MongoDBContainer(IMAGE);
        container.start();
        return new ContainerDatabase(container);
    }

    @Override
    public String uri() {
        return container.getConnectionString();
    }

    @Override
    public String description() {
        return "a container of " + IMAGE;
    }

    @Override
    public String limits() {
        return "";
    }

    @Override
    public void close() {
        container.stop();
    }
}
