package org.navette.notifier.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.progress.Window;
import org.navette.schemas.Replayed;

/** A fact that was fetched and is not done. Only the thread whose turn it is touches it. */
final class FactTask {

    /** Facts of one ticket go out in order; without a key there is no order to keep. */
    record LaneKey(Assignment assignment, String ticket) {}

    private static final long NOT_ASKED = -1;

    private final Assignment assignment;
    private final ConsumerRecord<byte[], byte[]> record;
    private int failures;
    private int trips;
    private @Nullable Duration putOffSince;
    private long takenBefore = NOT_ASKED;

    FactTask(Assignment assignment, ConsumerRecord<byte[], byte[]> record) {
        this.assignment = assignment;
        this.record = record;
        assignment.bytes().addAndGet(size());
    }

    LaneKey lane() {
        byte[] key = record.key();
        return new LaneKey(
                assignment, key == null ? "offset " + record.offset() : new String(key, StandardCharsets.UTF_8));
    }

    /** Sent again because another service had set it aside: here it has been told. */
    boolean isForOthers() {
        return Replayed.topic(record.headers())
                .filter(from -> !from.equals(DeadLetters.TOPIC.name()))
                .isPresent();
    }

    Assignment assignment() {
        return assignment;
    }

    ConsumerRecord<byte[], byte[]> record() {
        return record;
    }

    Window window() {
        return Objects.requireNonNull(assignment.window());
    }

    int attempts() {
        return failures + 1;
    }

    /** It met a server that seemed to be away because of it. */
    void tripped() {
        trips++;
    }

    int trips() {
        return trips;
    }

    /**
     * @param taken mails that the server took so far
     * @return whether some of them were taken since this was first asked
     */
    boolean othersWereTaken(long taken) {
        if (takenBefore == NOT_ASKED) {
            takenBefore = taken;
        }
        return taken > takenBefore;
    }

    /**
     * @param now how long mails could be sent so far: a server that is away uses up nobody's patience
     * @return since when it is put off
     */
    Duration putOff(Duration now) {
        failures++;
        if (putOffSince == null) {
            putOffSince = now;
        }
        return putOffSince;
    }

    void finished() {
        assignment.bytes().addAndGet(-size());
    }

    private long size() {
        return Math.max(record.serializedKeySize(), 0) + Math.max(record.serializedValueSize(), 0);
    }
}
