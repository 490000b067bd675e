package org.navette.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.parts.FreePort;
import org.navette.parts.registry.SchemaRegistry;

class RegistryAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path HOME = Path.of(System.getProperty("navette.registry.home"));

    @TempDir
    Path directory;

    @Test
    void a_fact_whose_schema_is_not_known_yet_waits_for_the_registry_and_holds_up_no_other() {
        int port = FreePort.find();
        SchemaRegistry registry = SchemaRegistry.start(HOME, directory.resolve("registry"), port);
        try (Stack stack = new Stack(directory, registry.url())) {
            // One postman, so that it is known which schemas have been asked for.
            stack.startNotifier("navette.notifier.smtp.connections=1");
            String number = FactMother.number();
            stack.happened(FactMother.opened(number, "jeanne@dupont.example"));
            await().atMost(PATIENCE).until(() -> !stack.mailsOf(number, 1).isEmpty());
            registry.kill();

            stack.happened(FactMother.requested(number, 2, "jeanne@dupont.example"));
            String other = FactMother.number();
            stack.happened(FactMother.opened(other, "jeanne@dupont.example"));
            await().atMost(PATIENCE).until(() -> !stack.mailsOf(other, 1).isEmpty());
            assertThat(stack.mailsOf(number, 2)).isEmpty();

            try (SchemaRegistry back = SchemaRegistry.start(HOME, directory.resolve("registry"), port)) {
                await().atMost(PATIENCE).until(() -> !stack.mailsOf(number, 2).isEmpty());
                assertThat(back.url()).isEqualTo(registry.url());
                assertThat(stack.records(Stack.dlt())).isEmpty();
            }
        }
    }
}
