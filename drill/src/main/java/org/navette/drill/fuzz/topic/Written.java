package org.navette.drill.fuzz.topic;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the broker took, and what must come of each. */
public final class Written {

    /** A header of every record, which its dead letters bear too. */
    public static final String CASE = "fuzz-case";

    /**
     * @param place for a person: the topic
     * @param dies topics in which a dead letter of it has to be
     * @param lives topics in which none may be
     */
    record Fate(String kind, String place, Set<String> dies, Set<String> lives) {}

    private final Map<Long, Fate> fates = new ConcurrentHashMap<>();

    void add(long number, Fate fate) {
        fates.put(number, fate);
    }

    Map<Long, Fate> fates() {
        return fates;
    }
}
