package org.navette.drill.overload;

import java.io.PrintWriter;

/** Prints what holds and what does not. */
final class Judgements {

    private final PrintWriter out;
    private boolean allHold = true;

    Judgements(PrintWriter out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    void judge(boolean holds, String what, Object... figures) {
        allHold &= holds;
        say((holds ? "  holds: " : "  FAILS: ") + what.formatted(figures));
    }

    boolean allHold() {
        return allHold;
    }
}
