package org.navette.parts.containers;

import org.navette.parts.PartsProvider;
import org.navette.parts.database.Database;

/** One container a part and JVM. Testcontainers removes them, also after a kill -9 of the JVM. */
public final class ContainerParts implements PartsProvider {

    @Override
    public String bootstrapServers() {
        return Broker.ADDRESS;
    }

    @Override
    public String registryUrl() {
        return Registry.URL;
    }

    @Override
    public Database database() {
        return Mongo.PART;
    }

    private static final class Broker {
        static final String ADDRESS = BrokerContainer.start();
    }

    private static final class Registry {
        static final String URL = RegistryContainer.start();
    }

    private static final class Mongo {
        static final Database PART = ContainerDatabase.start();
    }
}
