package org.navette.intake;

import org.junit.jupiter.api.BeforeEach;
import org.navette.parts.Parts;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Intake on real parts. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "AUTO_REGISTER_SCHEMAS=true")
public abstract class IntakeStack {

    @LocalServerPort
    private int port;

    protected Api api;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("KAFKA_BOOTSTRAP_SERVERS", Parts::bootstrapServers);
        properties.add("SCHEMA_REGISTRY_URL", Parts::registryUrl);
        properties.add("MONGODB_URI", Parts::mongoUri);
    }

    @BeforeEach
    void ready() {
        api = new Api(port);
        Readiness.await(api);
    }
}
