package org.navette.drill.fuzz.lines;

import org.navette.drill.fuzz.http.Expectation;

/** What must become of a line. */
enum Fate {
    ACCEPTED,
    REFUSED,
    EITHER;

    static Fate of(Expectation expectation) {
        return switch (expectation.kind()) {
            case YES -> ACCEPTED;
            case NO -> REFUSED;
            case ANY, SECRET, NOT_HTTP -> EITHER;
        };
    }
}
