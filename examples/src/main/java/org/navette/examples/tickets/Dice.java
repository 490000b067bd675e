package org.navette.examples.tickets;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that depends on the seed and the ticket's place alone, so that any ticket can be made again by itself. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Dice(long seed, long index) {
        this.random = new SplittableRandom(seed * 31 + index * GOLDEN);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
