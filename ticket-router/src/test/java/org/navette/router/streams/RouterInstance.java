package org.navette.router.streams;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.navette.router.RouterApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it ships, but for its web server. */
final class RouterInstance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** @param others that go before the usual ones, as {@code NAME=value} */
    RouterInstance(String bootstrapServers, String registryUrl, String applicationId, Path stateDir, String... others) {
        List<String> arguments = new ArrayList<>(arguments(bootstrapServers, registryUrl, applicationId, stateDir));
        for (String other : others) {
            arguments.removeIf(argument -> argument.startsWith("--" + other.substring(0, other.indexOf('=') + 1)));
            arguments.add("--" + other);
        }
        context = new SpringApplicationBuilder(RouterApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
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

    boolean isAlive() {
        return context.getBean(StreamsLiveness.class).health().getStatus().equals(Status.UP);
    }

    RouterStreams streams() {
        return context.getBean(RouterStreams.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
