package org.navette.intake.fields;

import java.util.Optional;

/** What free text may hold. It is kept as it was typed: nothing is trimmed or normalised. */
final class Text {

    private Text() {}

    /** Length in code points: an emoji counts once, as it does for people. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * Finds what can't be stored, mailed or shown: control characters and halves of surrogate pairs.
     *
     * @param lines whether line breaks and tabs are all right
     * @return the first such character, as {@code U+0007}
     */
    static Optional<String> firstForbidden(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || Character.isISOControl(c) && !(lines && isLayout(c))) {
                return Optional.of(String.format("U+%04X", (int) c));
            }
        }
        return Optional.empty();
    }

    private static boolean isLayout(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }
}
