package org.navette.drill.round;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Faults in random order; each comes once before any comes again. */
final class Deck {

    private final List<Fault> faults;
    private final Random random;
    private final Deque<Fault> left = new ArrayDeque<>();

    Deck(List<Fault> faults, Random random) {
        this.faults = List.copyOf(faults);
        this.random = random;
    }

    Fault next() {
        if (left.isEmpty()) {
            var shuffled = new ArrayList<>(faults);
            Collections.shuffle(shuffled, random);
            left.addAll(shuffled);
        }
        return left.remove();
    }
}
