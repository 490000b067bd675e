package org.navette.drill.fuzz.lines;

/**
 * Something wrong with the answer to a body.
 *
 * @param line that it is about; 0 where it is about all
 */
record LineFlaw(String what, long line) {

    static LineFlaw ofAll(String what) {
        return new LineFlaw(what, 0);
    }
}
