package org.navette.drill.fuzz;

import org.navette.drill.fuzz.values.Chance;

/** Makes the case of a number, throws it, and judges the answer. May be called by several threads at a time. */
public interface Thrower extends AutoCloseable {

    void throwCase(long number, Chance chance);

    /** Returns when what was thrown has its answer. */
    @Override
    void close();
}
