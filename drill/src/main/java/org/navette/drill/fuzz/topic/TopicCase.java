package org.navette.drill.fuzz.topic;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record, and what must come of it.
 *
 * @param time that it bears; null for now
 * @param dies topics in which a dead letter of it has to be
 * @param lives topics in which none may be
 * @param compressed whether it is sent compressed, so that it may be larger than the broker takes otherwise
 * @param refusable whether the broker may refuse it
 */
record TopicCase(
        String kind,
        String topic,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Map<String, byte[]> headers,
        @Nullable Long time,
        Set<String> dies,
        Set<String> lives,
        boolean compressed,
        boolean refusable) {}
