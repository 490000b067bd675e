package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.navette.router.TicketMother.aSubmissionAbout;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.util.UUID;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.navette.messages.TicketOpened;

/** The router stands still rather than commit a ticket without its fact. */
class OutcomesThatCannotBeKeptTest {

    private static final String OLDER =
            """
            {"type": "record", "name": "TicketRefused", "namespace": "org.navette.messages", "fields": []}""";

    private final String scope = UUID.randomUUID().toString();

    @Test
    void aFactWhoseSchemaIsNotRegisteredIsNoDeadLetter() throws Exception {
        registerAllButTheRefusal();
        try (RouterDriver router = new RouterDriver("mock://" + scope, false)) {
            router.submit(aTechnicalSubmission());
            router.fact(TicketOpened.class);

            assertThatThrownBy(() -> router.submit(aSubmissionAbout("invoice", "")))
                    .isInstanceOf(StreamsException.class)
                    .hasRootCauseInstanceOf(RestClientException.class)
                    .rootCause()
                    .extracting(answer -> ((RestClientException) answer).getErrorCode())
                    .isEqualTo(40403);
            assertThat(router.deadLetters()).isEmpty();
        }
    }

    private void registerAllButTheRefusal() throws IOException, RestClientException {
        try (RouterDriver registering = new RouterDriver("mock://" + scope, true)) {
            registering.submit(aTechnicalSubmission());
        }
        MockSchemaRegistry.getClientForScope(scope)
                .register("org.navette.messages.TicketRefused", new AvroSchema(OLDER));
    }
}
