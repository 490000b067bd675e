package org.navette.notifier.smtp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why the mail server didn't take a mail, fit to be kept and logged: one line, without addresses.
 *
 * @param code SMTP reply code; 0 where there was none
 */
public record Reason(int code, String text) {

    private static final int MOST = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"]*@[^\\s<>,;\"]*");
    private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\s]+");

    static Reason of(int code, @Nullable String said) {
        String line = BLANK.matcher(said == null ? "" : said).replaceAll(" ").strip();
        String safe = ADDRESS.matcher(line).replaceAll("…");
        return new Reason(code, safe.length() <= MOST ? safe : safe.substring(0, MOST));
    }

    /** Of a mail that was never offered, or that nobody answered. */
    public static Reason withoutAnswer(String why) {
        return new Reason(0, why);
    }
}
