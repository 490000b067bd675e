package org.navette.intake.publish;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes values in the wire format. A schema that was written once needs no registry any more; before that, only the
 * watch may ask for it, because a registry that is away would hold every request for seconds, one after another.
 */
final class Values implements Serializer<SpecificRecord> {

    private final Serializer<SpecificRecord> format;
    private final Set<Schema> known = ConcurrentHashMap.newKeySet();

    Values(Serializer<SpecificRecord> format) {
        this.format = format;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // The format was made ready by whoever handed it over.
    }

    @Override
    public byte[] serialize(String topic, SpecificRecord value) {
        return format.serialize(topic, value);
    }

    boolean isKnown(Schema schema) {
        return known.contains(schema);
    }

    /** Asks the registry for the schema of a sample, unless that was done; waits for the registry. */
    void learn(SpecificRecord sample) {
        if (!known.contains(sample.getSchema())) {
            format.serialize("", sample);
            known.add(sample.getSchema());
        }
    }
}
