package org.navette.parts.containers;

import java.time.Duration;
import org.navette.parts.registry.RegistryApi;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The registry that is otherwise a child process, with its data in memory. */
final class RegistryContainer {

    private static final String IMAGE = "apicurio/apicurio-registry:3.0.9";
    private static final int PORT = 8080;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private RegistryContainer() {}

    static String start() {
        var container = new GenericContainer<>(IMAGE)
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").withStartupTimeout(START_LIMIT));
        container.start();
        var api = RegistryApi.at(container.getHost(), container.getMappedPort(PORT));
        api.requireFullTransitiveCompatibility();
        return api.url();
    }
}
