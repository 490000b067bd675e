package org.navette.bench.measure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.navette.bench.http.Answers;

/**
 * The tickets that were accepted, and when each submission was due, in milliseconds by the wall clock, which all services
 * of this machine share. Written by the generator's thread alone; read when it is done.
 */
final class Journeys implements Answers {

    private static final byte[] NUMBER = "\"number\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int NUMBER_LENGTH = 16;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> due = new HashMap<>();
    private final long warmUpNanos;
    private final int sampleEvery;
    private final ObjLongConsumer<String> samples;
    private long startMillis;
    private long accepted;

    /**
     * @param warmUpNanos what is due before is counted, but not kept
     * @param sampleEvery one of so many kept ones goes to {@code samples}, with the time when it was due
     */
    Journeys(long warmUpNanos, int sampleEvery, ObjLongConsumer<String> samples) {
        this.warmUpNanos = warmUpNanos;
        this.sampleEvery = sampleEvery;
        this.samples = samples;
    }

    @Override
    public void started(long epochMillis) {
        startMillis = epochMillis;
    }

    @Override
    public void answered(long dueNanos, int status, ByteBuffer body) {
        if (status != 202) {
            return;
        }
        accepted++;
        if (dueNanos < warmUpNanos) {
            return;
        }
        var number = number(body);
        var dueMillis = startMillis + Math.round(dueNanos / NANOS_PER_MILLI);
        due.put(number, dueMillis);
        if (due.size() % sampleEvery == 0) {
            samples.accept(number, dueMillis);
        }
    }

    /** All, those of the warm-up included. */
    long accepted() {
        return accepted;
    }

    Map<String, Long> due() {
        return due;
    }

    static String number(ByteBuffer body) {
        for (var start = body.position(); start + NUMBER.length + NUMBER_LENGTH <= body.limit(); start++) {
            if (body.slice(start, NUMBER.length).equals(ByteBuffer.wrap(NUMBER))) {
                var number = new byte[NUMBER_LENGTH];
                body.get(start + NUMBER.length, number);
                return new String(number, StandardCharsets.US_ASCII);
            }
        }
        throw new IllegalStateException("no ticket number in " + StandardCharsets.UTF_8.decode(body));
    }
}
