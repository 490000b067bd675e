package org.navette.parts;

import org.navette.parts.database.Database;

/** Parts that the tests use instead of the embedded ones. Each starts at first use and is gone with this JVM. */
public interface PartsProvider {

    /** For {@code bootstrap.servers}. */
    String bootstrapServers();

    /** For {@code schema.registry.url}: a registry that asks for full transitive compatibility. */
    String registryUrl();

    Database database();
}
