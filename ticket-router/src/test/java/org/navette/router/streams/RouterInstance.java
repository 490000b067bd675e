package org.navette.router.streams;

import java.nio.file.Path;
import java.util.List;
import org.navette.router.RouterApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it ships, but for its web server. */
final class RouterInstance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    RouterInstance(String bootstrapServers, String registryUrl, String applicationId, Path stateDir) {
        context = new SpringApplicationBuilder(RouterApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments(bootstrapServers, registryUrl, applicationId, stateDir)
                        .toArray(String[]::new));
    }

    static List<String> arguments(String bootstrapServers, String registryUrl, String applicationId, Path stateDir) {
        return List.of(
                "--spring.main.banner-mode=off",
                "--KAFKA_BOOTSTRAP_SERVERS=" + bootstrapServers,
                "--SCHEMA_REGISTRY_URL=" + registryUrl,
                "--AUTO_REGISTER_SCHEMAS=true",
                "--ROUTER_STATE_DIR=" + stateDir,
                "--navette.router.application-id=" + applicationId,
                "--logging.level.root=warn",
                "--logging.level.kafka=error",
                "--logging.level.org.apache.kafka=error",
                "--logging.level.org.apache.kafka.clients=error",
                "--logging.level.org.navette=error");
    }

    boolean isReady() {
        return context.getBean(StreamsHealth.class).health().getStatus().equals(Status.UP);
    }

    RouterStreams streams() {
        return context.getBean(RouterStreams.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
