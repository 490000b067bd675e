package org.navette.router.topology;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one type, and fails on whatever else lies in a topic.
 *
 * @param largest bytes; what is derived from a record must fit into a broker's largest message too
 */
record CheckedDeserializer<T extends SpecificRecord>(
        Deserializer<? extends SpecificRecord> wire, Class<T> type, int largest) implements Deserializer<T> {

    private static final int SCHEMA_ID_END = 5;

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        checkFrame(bytes);
        SpecificRecord value = wire.deserialize(topic, bytes);
        if (!type.isInstance(value)) {
            throw new SerializationException("not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /** What can't have an id that a registry gave is not worth asking the registry. */
    private void checkFrame(byte[] bytes) {
        if (bytes.length < SCHEMA_ID_END
                || bytes[0] != 0
                || ByteBuffer.wrap(bytes, 1, 4).getInt() <= 0) {
            throw new SerializationException("not in Confluent's wire format");
        }
        if (bytes.length > largest) {
            throw new SerializationException(bytes.length + " bytes are more than " + largest);
        }
    }
}
