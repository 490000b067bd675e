package org.navette.drill.fuzz.values;

import java.util.List;
import java.util.Random;

/** All that is random in one case, from the seed and the case's number alone: a case can be repeated without the others. */
public final class Chance {

    private final Random random;

    private Chance(long mixed) {
        this.random = new Random(mixed);
    }

    public static Chance of(long seed, long number) {
        return new Chance(mixed(seed * 0x9E3779B97F4A7C15L + number));
    }

    /** Neighbouring numbers would have much the same first draws. */
    private static long mixed(long bits) {
        var half = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        var all = (half ^ (half >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return all ^ (all >>> 33);
    }

    /** From 0 to below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    public long bits() {
        return random.nextLong();
    }

    public <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    @SafeVarargs
    public final <T> T any(T... things) {
        return things[random.nextInt(things.length)];
    }

    public byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
