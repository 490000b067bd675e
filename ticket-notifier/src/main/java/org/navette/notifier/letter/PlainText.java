package org.navette.notifier.letter;

import java.util.regex.Pattern;

/** What people typed, without what could make an e-mail show something else than that. */
public final class PlainText {

    /** Controls, line and paragraph separators, and the marks that turn the direction of what follows. */
    private static final String TRICKS =
            "[\\p{Cc}\\p{Cs}\\p{Co}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\uFEFF]";

    private static final Pattern IN_A_LINE = Pattern.compile(TRICKS + "|\\s");
    private static final Pattern IN_A_TEXT = Pattern.compile("(?![\\n\\t])" + TRICKS);
    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private PlainText() {}

    /**
     * One line, cut with an ellipsis where it is longer.
     *
     * @param atMost in code points
     */
    public static String line(String typed, int atMost) {
        String line = BLANKS.matcher(IN_A_LINE.matcher(typed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (line.codePointCount(0, line.length()) <= atMost) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, atMost - 1)).stripTrailing() + "…";
    }

    /** Lines end with LF alone; nothing else is lost. */
    public static String text(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        return IN_A_TEXT.matcher(lines).replaceAll("");
    }
}
