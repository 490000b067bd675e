package org.navette.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.parts.Distribution;
import org.navette.parts.database.Mongod;

/** The services as they ship, pointed at the parts by their environment. */
record ServicePrograms(
        Distribution distribution, DataDirectory data, PortOptions ports, Externals externals, JavaOptions options) {

    List<Program> programs() {
        var queryUrl = "http://localhost:" + ports.query;
        return List.of(
                service("ticket-intake", ports.intake, Map.of("QUERY_PUBLIC_URL", queryUrl)),
                service("ticket-router", ports.router, Map.of("ROUTER_STATE_DIR", state())),
                service("ticket-notifier", ports.notifier, Map.of("TICKET_URL", queryUrl + "/api/tickets/{number}")),
                service("ticket-query", ports.query, patience()));
    }

    private String state() {
        return data.of("router").toString();
    }

    private Program service(String name, int port, Map<String, String> own) {
        var environment = new HashMap<>(shared());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.putAll(own);
        return new Program(
                name,
                distribution.service(options.of(name), name),
                environment,
                data.log(name),
                Readiness.http("http://127.0.0.1:" + port + "/actuator/health/readiness"),
                "http://localhost:" + port);
    }

    private Map<String, String> shared() {
        var environment = new HashMap<String, String>();
        environment.put("AUTO_REGISTER_SCHEMAS", externals.environment().getOrDefault("AUTO_REGISTER_SCHEMAS", "true"));
        environment.put("TOPIC_PARTITIONS", partitions());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", externals.bootstrapServers(ports.broker));
        if (!externals.registry()) {
            environment.put("SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + ports.registry + "/apis/ccompat/v7");
        }
        if (!externals.database()) {
            environment.put("MONGODB_URI", "mongodb://127.0.0.1:" + ports.database + "/navette");
        }
        if (!externals.smtp()) {
            environment.put("SMTP_HOST", "127.0.0.1");
            environment.put("SMTP_PORT", String.valueOf(ports.smtp));
        }
        return environment;
    }

    /** As many as one machine's few processors have a use for: each costs work in every transaction. */
    private String partitions() {
        var given = externals.environment().getOrDefault("TOPIC_PARTITIONS", "");
        return !given.isBlank() ? given : externals.broker() ? "12" : "4";
    }

    /** The embedded database looks through all tickets for every list and count: that takes seconds from 50 000 on. */
    private Map<String, String> patience() {
        return externals.database() || Mongod.onPath().isPresent()
                ? Map.of()
                : Map.of("NAVETTE_QUERY_QUERYTIMELIMIT", "30s", "NAVETTE_QUERY_DATABASETIMEOUT", "60s");
    }
}
