package org.navette.drill.fuzz.values;

import java.util.stream.IntStream;
import org.navette.schemas.TicketNumber;

/** Identifiers that are well formed, and ones that nearly are. */
public final class Identifiers {

    private static final int DIGITS_BEFORE_CHECK = 13;
    private static final int ALPHABET = 32;

    private Identifiers() {}

    public static String ticketNumber(Chance chance) {
        return TicketNumber.of(IntStream.range(0, TicketNumber.BODY_LENGTH)
                        .map(i -> chance.below(ALPHABET))
                        .toArray())
                .value();
    }

    /** Fourteen digits, the last of which proves the others; none of La Poste's, which have a rule of their own. */
    public static String siret(Chance chance) {
        var digits = new StringBuilder("9");
        while (digits.length() < DIGITS_BEFORE_CHECK) {
            digits.append(chance.below(10));
        }
        return digits.append(check(digits)).toString();
    }

    public static String siretWithWrongCheck(Chance chance) {
        var right = siret(chance);
        var last = right.charAt(DIGITS_BEFORE_CHECK) - '0';
        return right.substring(0, DIGITS_BEFORE_CHECK) + (last + chance.between(1, 9)) % 10;
    }

    private static int check(CharSequence digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
