package org.navette.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.parts.JvmMemory;

/** The memory of each program, and what the person adds to it. */
record JavaOptions(Map<String, String> added) {

    private static final Map<String, List<String>> OURS =
            Map.of("broker", JvmMemory.BROKER, "database", JvmMemory.DATABASE, "mail", JvmMemory.MAIL);

    /** The last one wins where two say the same. */
    List<String> of(String program) {
        var options = new ArrayList<>(OURS.getOrDefault(program, JvmMemory.SERVICE));
        var more = added.getOrDefault(program, "").strip();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+")));
        }
        return options;
    }
}
