package org.navette.intake.health;

import org.navette.intake.idempotency.DatabaseWatch;
import org.navette.intake.publish.Watch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the probes tell, from the last looks of the watches: a probe waits for nobody. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Everything works but requests with an idempotency key: no reason to take the instance out. */
    private static final Status LIMITED = new Status("LIMITED", "Requests with an Idempotency-Key are answered 503");

    @Bean
    HealthIndicator kafkaHealthIndicator(Watch watch) {
        return () ->
                Health.status(watch.brokerThere() ? Status.UP : Status.DOWN).build();
    }

    @Bean
    HealthIndicator schemasHealthIndicator(Watch watch) {
        return () ->
                Health.status(watch.schemasKnown() ? Status.UP : Status.DOWN).build();
    }

    @Bean
    HealthIndicator idempotencyKeysHealthIndicator(DatabaseWatch watch) {
        return () -> Health.status(watch.databaseThere() ? Status.UP : LIMITED).build();
    }
}
