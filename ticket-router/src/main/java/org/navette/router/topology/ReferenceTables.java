package org.navette.router.topology;

import static org.navette.router.topology.RouterSerdes.STRING;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.navette.messages.BusinessObject;
import org.navette.messages.Organisation;
import org.navette.messages.internal.IssuedObjects;
import org.navette.schemas.Keys;
import org.navette.schemas.Topics;

/** What submissions and transfers are judged by. */
record ReferenceTables(RouterSerdes serdes, StreamsBuilder builder) {

    KTable<String, Organisation> organisations() {
        return builder.stream(Topics.ORGANISATIONS.name(), serdes.readingOrganisations())
                .processValues(
                        () -> KeyCheck.ofEntries(organisation -> Keys.of(organisation.getId())),
                        Named.as("check-organisations"))
                .toTable(Named.as("organisations"), stored("organisations", Organisation.class));
    }

    /** By issuer and number. */
    KTable<String, IssuedObjects> issuedObjects() {
        return builder.stream(Topics.BUSINESS_OBJECTS.name(), serdes.readingObjects())
                .processValues(() -> KeyCheck.ofEntries(BusinessObject::getId), Named.as("check-business-objects"))
                .toTable(Named.as("objects-by-id"), stored("objects-by-id", BusinessObject.class))
                .groupBy(
                        (id, object) -> KeyValue.pair(ObjectKeys.of(object), object),
                        Grouped.with("objects-by-number", STRING, serdes.of(BusinessObject.class)))
                .aggregate(
                        Regrouping::none,
                        (key, object, before) -> Regrouping.with(before, object),
                        (key, object, before) -> Regrouping.without(before, object),
                        Named.as("issued-objects"),
                        stored("issued-objects", IssuedObjects.class));
    }

    private <V extends SpecificRecord> Materialized<String, V, KeyValueStore<Bytes, byte[]>> stored(
            String name, Class<V> type) {
        return Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(STRING)
                .withValueSerde(serdes.of(type))
                .withCachingDisabled();
    }
}
