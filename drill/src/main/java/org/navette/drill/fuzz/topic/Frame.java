package org.navette.drill.fuzz.topic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;

/** Confluent's wire format: a zero, the schema's id, the bytes. */
public final class Frame {

    public static final int HEAD = 5;

    private Frame() {}

    public static byte[] of(int schemaId, byte[] payload) {
        return ByteBuffer.allocate(HEAD + payload.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(payload)
                .array();
    }

    public static byte[] encoded(GenericRecord record) {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("not written to memory", e);
        }
        return bytes.toByteArray();
    }
}
