package org.navette.notifier.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.delivery.Alarms;
import org.navette.notifier.delivery.BrokerWatch;
import org.navette.notifier.delivery.Workers;
import org.navette.notifier.smtp.Gate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names of the beans are those in the readiness group. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerWatch broker) {
        return () -> upUnless(broker.cause());
    }

    @Bean
    HealthIndicator mailServerHealthIndicator(Gate gate) {
        return () -> upUnless(gate.cause());
    }

    @Bean
    HealthIndicator positionsHealthIndicator(Alarms alarms) {
        return () -> {
            Map<Integer, String> raised = alarms.all();
            return raised.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("partitions", raised).build();
        };
    }

    @Bean
    HealthIndicator workersHealthIndicator(Workers workers) {
        return () -> {
            Map<String, String> failing = workers.failing();
            return failing.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("threads", failing).build();
        };
    }

    private static Health upUnless(@Nullable String cause) {
        return cause == null
                ? Health.up().build()
                : Health.down().withDetail("cause", cause).build();
    }
}
