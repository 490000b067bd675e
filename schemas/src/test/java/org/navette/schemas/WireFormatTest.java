package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.navette.messages.Actor;
import org.navette.messages.BusinessObject;
import org.navette.messages.Fact;
import org.navette.messages.ObjectState;
import org.navette.messages.OrganisationId;
import org.navette.messages.Role;
import org.navette.messages.Status;
import org.navette.messages.TicketClosed;
import org.navette.messages.internal.IssuedObjects;

class WireFormatTest {

    private static final WireFormat FORMAT = new WireFormat("mock://wire-format", true);

    private final Serde<SpecificRecord> serde = FORMAT.serde();

    @Test
    void gives_back_what_was_written_whatever_the_topic() {
        TicketClosed closed = new TicketClosed(new Fact(
                "7K3M9QTX2F4CH8AV",
                3,
                Instant.ofEpochMilli(1_800_000_000_123L),
                Status.CLOSED,
                new Actor(Role.ISSUER, "élodie", new OrganisationId("SIRET", "35600000000048"))));

        assertThat(throughBytes("ticket-events", closed)).isEqualTo(closed);
        assertThat(throughBytes("another-topic", closed)).isEqualTo(closed);
    }

    @Test
    void writes_records_of_several_types_to_one_topic() {
        BusinessObject object = new BusinessObject(
                "id-1", "invoice", "F-1", 2026, new OrganisationId("SIRET", "1"), ObjectState.DRAFT, null, null);
        IssuedObjects objects = new IssuedObjects(List.of(object));

        assertThat(throughBytes("some-topic", object)).isEqualTo(object);
        assertThat(throughBytes("some-topic", objects)).isEqualTo(objects);
    }

    @Test
    void begins_with_confluents_magic_byte_and_a_schema_id() {
        byte[] bytes = serde.serializer().serialize("t", new OrganisationId("SIRET", "1"));

        assertThat(bytes[0]).isZero();
        assertThat(bytes).hasSizeGreaterThan(5);
    }

    /** The serializer keeps what Confluent's works out for each record; the registry and the bytes must not see that. */
    @Test
    void writes_what_confluents_serializer_writes() {
        KafkaAvroSerializer confluents = new KafkaAvroSerializer();
        confluents.configure(FORMAT.settings(), false);
        OrganisationId id = new OrganisationId("SIRET", "35600000000048");

        for (String topic : List.of("first", "first", "second")) {
            assertThat(serde.serializer().serialize(topic, id)).isEqualTo(confluents.serialize(topic, id));
        }
        assertThat(serde.serializer().serialize("first", null)).isNull();
    }

    @Test
    void makes_no_room_for_what_a_garbled_record_only_claims_to_hold() {
        byte[] bytes = serde.serializer().serialize("t", new OrganisationId("SIRET", "1"));
        // The length of the scheme, in Avro's variable-length notation: 1 GiB.
        byte[] garbled = {
            bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8
        };

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize("t", garbled))
                .withStackTraceContaining("maximum");
    }

    private SpecificRecord throughBytes(String topic, SpecificRecord record) {
        return serde.deserializer().deserialize(topic, serde.serializer().serialize(topic, record));
    }
}
