package org.navette.schemas;

import java.util.Locale;
import java.util.Optional;

/**
 * A ticket number: fifteen characters and a check character, of the 32 digits and letters that don't look alike (Crockford's
 * alphabet, without I, L, O and U). Some of the letters sound alike, such as B, D and P: one that was misheard is found like
 * one that was mistyped. Stored and sent without separators, shown in four groups.
 *
 * <p>The check character finds every single wrong character and every two that were exchanged: it is the sum of the
 * characters, the one at position i weighted with the i-th power of a generator, in the field of 32 elements, where no
 * two of the weights are equal.
 *
 * @param value sixteen characters in upper case
 */
public record TicketNumber(String value) {

    public static final int BODY_LENGTH = 15;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int FIELD_POLYNOMIAL = 0b100101;
    private static final int GROUP = 4;

    public TicketNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a ticket number: " + value);
        }
    }

    /** @param body fifteen values from 0 to 31 */
    public static TicketNumber of(int[] body) {
        StringBuilder value = new StringBuilder(BODY_LENGTH + 1);
        for (int digit : body) {
            value.append(ALPHABET.charAt(digit));
        }
        return new TicketNumber(value.append(ALPHABET.charAt(check(value))).toString());
    }

    /**
     * Reads what a person typed or heard: any case, spaces and hyphens anywhere, O for zero, I and L for one.
     *
     * @return empty where it is no ticket number, a mistyped one included
     */
    public static Optional<TicketNumber> parse(String typed) {
        String value = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return isWellFormed(value) ? Optional.of(new TicketNumber(value)) : Optional.empty();
    }

    /** As people see it: {@code 7K3M-9QTX-2F4C-H8AV}. */
    public String grouped() {
        return String.join("-", value.split("(?<=\\G.{" + GROUP + "})"));
    }

    @Override
    public String toString() {
        return value;
    }

    /** Whether it is a ticket number as it is stored and sent. */
    public static boolean isWellFormed(String value) {
        return value.length() == BODY_LENGTH + 1
                && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && ALPHABET.indexOf(value.charAt(BODY_LENGTH)) == check(value);
    }

    private static int check(CharSequence value) {
        int sum = 0;
        for (int i = 0; i < BODY_LENGTH; i++) {
            // Horner's rule: what was added first ends with the highest power, the last with the first.
            sum = timesGenerator(sum ^ ALPHABET.indexOf(value.charAt(i)));
        }
        return sum;
    }

    private static int timesGenerator(int element) {
        int doubled = element << 1;
        return doubled < ALPHABET.length() ? doubled : doubled ^ FIELD_POLYNOMIAL;
    }
}
