package org.navette.drill.round;

import java.util.ArrayList;
import java.util.List;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;

/** What happens to a part in a round. */
record Fault(Kind kind, Part part) {

    enum Kind {
        KILL("kill -9"),
        FREEZE("freeze"),
        LATE("kill -9, late start"),
        AWAY("kill -9, away for long"),
        FULL_DISK("full disk"),
        CLOCK("clock jumps");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** All that this stack can suffer. */
    static List<Fault> possible(Stack stack) {
        var faults = new ArrayList<Fault>();
        for (var part : Part.values()) {
            faults.add(new Fault(Kind.KILL, part));
            faults.add(new Fault(Kind.FREEZE, part));
            faults.add(new Fault(Kind.LATE, part));
            if (!part.isService()) {
                faults.add(new Fault(Kind.AWAY, part));
            }
            if (stack.disk(part).isPresent()) {
                faults.add(new Fault(Kind.FULL_DISK, part));
            }
            if (stack.clock(stack.members(part).get(0)).isPresent()) {
                faults.add(new Fault(Kind.CLOCK, part));
            }
        }
        return faults;
    }

    /** As {@code kill:intake}, {@code full-disk:broker}. */
    String code() {
        return (kind.name() + ":" + part)
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-')
                .replace(' ', '-');
    }

    @Override
    public String toString() {
        return kind.label + ": " + part;
    }
}
