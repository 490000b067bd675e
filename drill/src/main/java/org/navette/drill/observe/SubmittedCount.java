package org.navette.drill.observe;

import org.navette.schemas.Topics;

/** Counts submissions without looking at them. */
public final class SubmittedCount {

    private SubmittedCount() {}

    /** Records of {@code tickets-submitted}. */
    public static long of(String bootstrapServers) {
        var count = new long[1];
        new TopicReader(bootstrapServers)
                .readNew(java.util.List.of(Topics.TICKETS_SUBMITTED.name()), record -> count[0]++);
        return count[0];
    }
}
