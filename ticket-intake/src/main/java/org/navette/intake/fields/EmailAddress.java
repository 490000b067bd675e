package org.navette.intake.fields;

import java.util.regex.Pattern;

/**
 * A single plain address, as it may stand in a mail header: no name, no comment, no quotes, no list, no line break. Wider
 * forms that the standards know are refused on purpose.
 */
final class EmailAddress {

    static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)++[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private EmailAddress() {}

    static boolean isPlain(String text) {
        return text.indexOf('@') <= LONGEST_LOCAL_PART && PLAIN.matcher(text).matches();
    }
}
