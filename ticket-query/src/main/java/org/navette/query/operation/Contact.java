package org.navette.query.operation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a part answered when it was last asked. One that has not answered for a while counts as away, too. */
final class Contact {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    private volatile Instant answered = Instant.EPOCH;
    private volatile @Nullable String failure = "not asked yet";

    /** Whatever the question throws is the answer no. */
    void ask(Runnable question) {
        try {
            question.run();
            answered = Instant.now();
            failure = null;
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    /** Null where it is there. */
    @Nullable
    String failure() {
        String last = failure;
        if (last == null && answered.isBefore(Instant.now().minus(LONGEST_SILENCE))) {
            return "no answer since " + answered;
        }
        return last;
    }
}
