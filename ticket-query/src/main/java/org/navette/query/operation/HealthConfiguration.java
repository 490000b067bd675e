package org.navette.query.operation;

import java.util.Map;
import org.navette.query.consumption.ConsumptionState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health under the names that application.yaml puts into readiness: those of the beans, without their suffix. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator databaseHealthIndicator(Probe probe) {
        return () -> health(probe.database());
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Probe probe) {
        return () -> health(probe.broker());
    }

    @Bean
    HealthIndicator projectionHealthIndicator(ConsumptionState state) {
        return () -> {
            Map<String, String> alarms = state.alarms();
            Map<String, String> troubles = state.troubles();
            Health.Builder health = alarms.isEmpty() && troubles.isEmpty() ? Health.up() : Health.down();
            return health.withDetail("alarms", alarms)
                    .withDetail("troubles", troubles)
                    .build();
        };
    }

    private static Health health(Contact contact) {
        String failure = contact.failure();
        return failure == null
                ? Health.up().build()
                : Health.down().withDetail("reason", failure).build();
    }
}
