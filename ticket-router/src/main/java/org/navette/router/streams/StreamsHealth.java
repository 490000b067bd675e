package org.navette.router.streams;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while records are routed: the topology runs and the broker answers. */
final class StreamsHealth implements HealthIndicator {

    private static final long ANSWER_SECONDS = 2;

    private final RouterStreams streams;
    private final Admin admin;

    StreamsHealth(RouterStreams streams, Admin admin) {
        this.streams = streams;
        this.admin = admin;
    }

    @Override
    public Health health() {
        String state =
                streams.streams().map(KafkaStreams::state).map(Enum::name).orElse("WAITING");
        Health.Builder health = KafkaStreams.State.RUNNING.name().equals(state) ? Health.up() : Health.outOfService();
        health.withDetail("topology", state);
        if (streams.isFailing()) {
            health.outOfService().withDetail("threads", "fail and are replaced");
        }
        if (streams.lacksThreads()) {
            health.outOfService().withDetail("threads", "some are missing");
        }
        try {
            admin.describeCluster().nodes().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            health.outOfService().withDetail("broker", "does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return health.build();
    }
}
