package org.navette.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class FactReaderTest {

    @Test
    void a_registry_that_does_not_answer_or_answers_with_its_own_trouble_is_away() {
        assertThat(isAway(new ConnectException())).isTrue();
        assertThat(isAway(new SocketTimeoutException())).isTrue();
        assertThat(isAway(new TimeoutException())).isTrue();
        assertThat(isAway(new RestClientException("starting", 503, 50301))).isTrue();
        assertThat(isAway(new RestClientException("who are you?", 401, 40101))).isTrue();
        assertThat(isAway(new RestClientException("a proxy's page", 404, 404))).isTrue();
        assertThat(isAway(new RestClientException("redirected", 302, 302))).isTrue();
        assertThat(isAway(new IOException("Premature EOF"))).isTrue();
    }

    @Test
    void a_record_that_ends_too_early_or_names_no_schema_is_poison() {
        assertThat(isAway(new EOFException())).isFalse();
        assertThat(isAway(new InvalidNumberEncodingException("too long"))).isFalse();
        assertThat(isAway(new RestClientException("no such schema", 404, 40403)))
                .isFalse();
        assertThat(isAway(new ArrayIndexOutOfBoundsException())).isFalse();
    }

    private static boolean isAway(Exception cause) {
        return FactReader.isRegistryAway(new SerializationException("wrapped", cause));
    }
}
