package org.navette.examples.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is not as it should be: how often, and the first few examples. Safe for use by several threads. */
final class Findings {

    private static final int EXAMPLES = 3;

    private static final class Kind {
        final List<String> examples = new ArrayList<>();
        long count;
    }

    private final Map<String, Kind> kinds = new TreeMap<>();

    synchronized void add(String what, String example) {
        Kind kind = kinds.computeIfAbsent(what, none -> new Kind());
        kind.count++;
        if (kind.examples.size() < EXAMPLES) {
            kind.examples.add(example);
        }
    }

    synchronized long count() {
        return kinds.values().stream().mapToLong(kind -> kind.count).sum();
    }

    synchronized long count(String what) {
        Kind kind = kinds.get(what);
        return kind == null ? 0 : kind.count;
    }

    /** A line a kind, and one an example. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        kinds.forEach((what, kind) -> {
            lines.add("  " + kind.count + " × " + what);
            kind.examples.forEach(example -> lines.add("      " + example));
        });
        return lines;
    }
}
