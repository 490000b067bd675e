package org.navette.examples.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each ticket of a run, in some forty bytes: which one it is, and what was counted of it. Not for more
 * than one run in twelve days: it tells numbers apart by their last thirteen characters.
 */
final class Ledger {

    /** What is counted of a ticket. */
    enum Count {
        TECHNICAL_QUEUE,
        BUSINESS_QUEUE,
        OPENED,
        REFUSED,
        /** Refused in the form, and once more, to be mailed. */
        TOLD_AGAIN,
        OUTCOME,
        MAIL
    }

    private static final int BITS_A_CHARACTER = 5;
    private static final int FIRST_CHARACTER = 2;
    private static final int BODY = 15;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long FREE = 0;

    private long[] numbers = new long[1 << 16];
    private int[] tickets = new int[1 << 16];
    private byte[][] counts = new byte[Count.values().length][1 << 16];
    private int size;

    /** @return false where the number was given already */
    synchronized boolean add(String number, int ticket) {
        if (size * 2 > numbers.length) {
            grow();
        }
        long packed = packed(number);
        int slot = slot(numbers, packed);
        if (numbers[slot] == packed) {
            return false;
        }
        numbers[slot] = packed;
        tickets[slot] = ticket;
        size++;
        return true;
    }

    /** The ticket's place in the generator; null where the number is none of this run. */
    synchronized @Nullable Integer ticket(String number) {
        if (number.length() != BODY + 1) {
            return null;
        }
        int slot = slot(numbers, packed(number));
        return numbers[slot] == FREE ? null : tickets[slot];
    }

    /** @return whether it was the first time; a number of another run counts nothing and is none */
    synchronized boolean count(String number, Count what) {
        int slot = slot(numbers, packed(number));
        byte[] of = counts[what.ordinal()];
        if (numbers[slot] == FREE || of[slot] == Byte.MAX_VALUE) {
            return false;
        }
        return ++of[slot] == 1;
    }

    synchronized int size() {
        return size;
    }

    interface Visitor {
        /** @param counts by ordinal of {@link Count} */
        void visit(int ticket, int[] counts);
    }

    synchronized void forEach(Visitor visitor) {
        int[] of = new int[counts.length];
        for (int slot = 0; slot < numbers.length; slot++) {
            if (numbers[slot] != FREE) {
                for (int i = 0; i < of.length; i++) {
                    of[i] = counts[i][slot];
                }
                visitor.visit(tickets[slot], of);
            }
        }
    }

    private void grow() {
        int length = numbers.length * 2;
        long[] newNumbers = new long[length];
        int[] newTickets = new int[length];
        byte[][] newCounts = new byte[counts.length][length];
        for (int slot = 0; slot < numbers.length; slot++) {
            if (numbers[slot] != FREE) {
                int to = slot(newNumbers, numbers[slot]);
                newNumbers[to] = numbers[slot];
                newTickets[to] = tickets[slot];
                for (int i = 0; i < counts.length; i++) {
                    newCounts[i][to] = counts[i][slot];
                }
            }
        }
        numbers = newNumbers;
        tickets = newTickets;
        counts = newCounts;
    }

    private static int slot(long[] numbers, long packed) {
        long mixed = packed * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (numbers.length - 1);
        while (numbers[slot] != FREE && numbers[slot] != packed) {
            slot = (slot + 1) & (numbers.length - 1);
        }
        return slot;
    }

    private static long packed(String number) {
        long packed = 0;
        for (int i = FIRST_CHARACTER; i < BODY; i++) {
            packed = packed << BITS_A_CHARACTER | ALPHABET.indexOf(number.charAt(i));
        }
        return packed == FREE ? Arrays.hashCode(number.toCharArray()) | 1L : packed;
    }
}
