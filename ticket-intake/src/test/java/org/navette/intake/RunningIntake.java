package org.navette.intake;

import java.util.ArrayList;
import java.util.List;
import org.navette.parts.Parts;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An intake of the test's own, on the parts that it names; the shared ones otherwise. */
public final class RunningIntake implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningIntake(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings such as {@code MONGODB_URI=mongodb://…} */
    public static RunningIntake start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--AUTO_REGISTER_SCHEMAS=true"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        String given = String.join(" ", settings);
        if (!given.contains("KAFKA_BOOTSTRAP_SERVERS")) {
            arguments.add("--KAFKA_BOOTSTRAP_SERVERS=" + Parts.bootstrapServers());
        }
        if (!given.contains("SCHEMA_REGISTRY_URL")) {
            arguments.add("--SCHEMA_REGISTRY_URL=" + Parts.registryUrl());
        }
        if (!given.contains("MONGODB_URI")) {
            arguments.add("--MONGODB_URI=" + Parts.mongoUri());
        }
        return new RunningIntake(SpringApplication.run(IntakeApplication.class, arguments.toArray(String[]::new)));
    }

    public Api api() {
        return new Api(port());
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public Api ready() {
        Api api = api();
        Readiness.await(api);
        return api;
    }

    @Override
    public void close() {
        context.close();
    }
}
