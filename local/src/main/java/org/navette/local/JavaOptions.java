package org.navette.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The memory of each program, and what the person adds to it. */
record JavaOptions(Map<String, String> added) {

    private static final Map<String, List<String>> OURS = Map.of(
            "broker", List.of("-Xms256m", "-Xmx640m", "-XX:+UseG1GC"),
            // The embedded one sorts whole tickets in memory: 100 000 of them don't fit into less.
            "database", List.of("-Xmx2g", "-XX:+UseSerialGC"),
            "mail", List.of("-Xmx128m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC"));

    private static final List<String> SERVICE = List.of("-Xmx512m");

    /** The last one wins where two say the same. */
    List<String> of(String program) {
        var options = new ArrayList<>(OURS.getOrDefault(program, SERVICE));
        var more = added.getOrDefault(program, "").strip();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+")));
        }
        return options;
    }
}
