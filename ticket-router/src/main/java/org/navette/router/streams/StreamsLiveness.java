package org.navette.router.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down where only a restart helps: Kafka Streams doesn't leave this state, or doesn't get its threads back, by itself. */
final class StreamsLiveness implements HealthIndicator {

    private final RouterStreams streams;

    StreamsLiveness(RouterStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        boolean failed = streams.lacksThreads()
                || streams.streams()
                        .filter(running -> running.state() == KafkaStreams.State.ERROR)
                        .isPresent();
        return failed ? Health.down().build() : Health.up().build();
    }
}
