package org.navette.local;

import java.util.Map;

/** Which parts somebody else runs: those that the environment names. */
record Externals(Map<String, String> environment) {

    boolean broker() {
        return given("KAFKA_BOOTSTRAP_SERVERS");
    }

    boolean registry() {
        return given("SCHEMA_REGISTRY_URL");
    }

    boolean database() {
        return given("MONGODB_URI");
    }

    boolean smtp() {
        return given("SMTP_HOST");
    }

    String bootstrapServers(int ownPort) {
        return broker() ? environment.get("KAFKA_BOOTSTRAP_SERVERS") : "127.0.0.1:" + ownPort;
    }

    private boolean given(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
