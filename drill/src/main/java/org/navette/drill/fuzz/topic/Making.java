package org.navette.drill.fuzz.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.Identifiers;

/** A record on its way to a topic: as it should be, until something is done to it. */
final class Making {

    final SchemaIds schemas;
    final Target target;
    final Chance chance;
    final GenericRecord record;
    final int schemaId;
    byte @Nullable [] key;
    byte @Nullable [] value;
    final Map<String, byte[]> headers = new HashMap<>();

    @Nullable
    Long time;

    Set<String> dies = Set.of();
    Set<String> lives = Set.of();
    boolean compressed;

    private Making(SchemaIds schemas, Target target, Chance chance, boolean extreme) {
        this.schemas = schemas;
        this.target = target;
        this.chance = chance;
        var known = schemas.of(chance.any(target.types()));
        this.schemaId = known.id();
        var number = Identifiers.ticketNumber(chance);
        this.record =
                extreme ? Values.extreme(known.schema(), number, chance) : Values.usual(known.schema(), number, chance);
        if (!extreme && known.schema().getName().equals("TicketOpened")) {
            ((GenericRecord) record.get("fact")).put("version", 1);
        }
        this.key = Keying.of(record);
        this.value = Frame.of(schemaId, Frame.encoded(record));
    }

    static Making usual(SchemaIds schemas, Target target, Chance chance) {
        return new Making(schemas, target, chance, false);
    }

    static Making extreme(SchemaIds schemas, Target target, Chance chance) {
        return new Making(schemas, target, chance, true);
    }

    /** Every reader has to set it aside. */
    void mustDie() {
        dies = target.deadLetters();
    }

    /** No reader may set it aside. */
    void mustLive() {
        lives = target.deadLetters();
    }

    TopicCase as(String kind) {
        var refusable = time != null || key == null && target.compacted();
        return new TopicCase(
                kind, target.topic().name(), key, value, headers, time, dies, lives, compressed, refusable);
    }
}
