package org.navette.router.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.navette.messages.BusinessObject;
import org.navette.messages.Organisation;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;

/**
 * The serdes of the topology: all of them share one client of the registry, so that a schema is asked for once.
 */
public final class RouterSerdes {

    static final Serde<String> STRING = Serdes.String();

    /** What people may send is at most 160 KB. A ticket and an action must fit together into one fact. */
    private static final int LARGEST_COMMAND = 256 * 1024;

    /** One with thousands of services. */
    private static final int LARGEST_ORGANISATION = 512 * 1024;

    /** What the router makes of it: a state that remembers actions, objects that share a number. */
    private static final int LARGEST_MADE = 8 * 1024 * 1024;

    /** A business object has a few names and numbers. Those that share a number must fit into one message together. */
    private static final int LARGEST_OBJECT = 16 * 1024;

    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;

    public RouterSerdes(WireFormat wire) {
        serializer = wire.serializer();
        deserializer = wire.deserializer();
    }

    /** For stores and the router's own topics. */
    <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        return upTo(LARGEST_MADE, type);
    }

    <T extends SpecificRecord> Consumed<String, T> readingCommands(Topic topic, Class<T> type) {
        return reading(topic, type, LARGEST_COMMAND);
    }

    Consumed<String, Organisation> readingOrganisations() {
        return reading(Topics.ORGANISATIONS, Organisation.class, LARGEST_ORGANISATION);
    }

    Consumed<String, BusinessObject> readingObjects() {
        return reading(Topics.BUSINESS_OBJECTS, BusinessObject.class, LARGEST_OBJECT);
    }

    private <T extends SpecificRecord> Consumed<String, T> reading(Topic topic, Class<T> type, int largest) {
        return Consumed.with(STRING, upTo(largest, type)).withName("read-" + topic.name());
    }

    /** For any record: each is written with its own schema. */
    Produced<String, SpecificRecord> writing(Topic topic) {
        return Produced.with(STRING, Serdes.serdeFrom(serializer, deserializer)).withName("write-" + topic.name());
    }

    private <T extends SpecificRecord> Serde<T> upTo(int bytes, Class<T> type) {
        return Serdes.serdeFrom(serializer::serialize, new CheckedDeserializer<>(deserializer, type, bytes));
    }
}
