package org.navette.router.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.navette.router.topology.PoisonRecordException;

class FailuresTest {

    @Test
    void aRegistryThatIsAwayOrIllIsNotTheRecordsFault() {
        assertAround(new ConnectException("refused"));
        assertAround(new SocketTimeoutException("3 s"));
        assertAround(new RestClientException("overloaded", 503, 50301));
        assertAround(new RestClientException("who are you?", 401, 401));
        assertAround(new RestClientException("no such page", 404, 404));
    }

    @Test
    void aBrokerOrDiskThatFailsIsNotTheRecordsFault() {
        assertAround(new TimeoutException("no answer"));
        assertAround(new ProcessorStateException("disk full"));
    }

    @Test
    void whatCannotBeDecodedIsTheRecordsFault() {
        assertOfRecord(new RestClientException("no such schema", 404, 40403));
        assertOfRecord(new EOFException());
        assertOfRecord(new InvalidNumberEncodingException("too long"));
        assertOfRecord(new AvroTypeException("not an enum"));
        assertOfRecord(new PoisonRecordException("no key"));
        assertOfRecord(new NullPointerException());
    }

    @Test
    void anOutcomeThatCannotBeWrittenIsNeverTheRecordsFault() {
        assertThat(Failures.isOfOutcome(new StreamsException(new RestClientException("no such schema", 404, 40403))))
                .isTrue();
        assertThat(Failures.isOfOutcome(new SerializationException("a state that can't be written")))
                .isTrue();
        assertThat(Failures.isOfOutcome(new PoisonRecordException("no key"))).isFalse();
        assertThat(Failures.isOfOutcome(new NullPointerException())).isFalse();
    }

    private static void assertAround(Exception cause) {
        assertThat(Failures.isAround(new SerializationException(cause))).isTrue();
    }

    private static void assertOfRecord(Exception cause) {
        assertThat(Failures.isAround(new SerializationException(cause))).isFalse();
    }
}
