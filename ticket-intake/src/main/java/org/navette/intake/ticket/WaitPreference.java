package org.navette.intake.ticket;

import java.time.Duration;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the client would wait for the outcome, by {@code Prefer: wait=seconds} of RFC 7240. */
final class WaitPreference {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,6})\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);

    private WaitPreference() {}

    /**
     * @param headers all of that name
     * @return at most the longest; zero where the client does not wait; what can't be understood is ignored
     */
    static Duration of(Enumeration<String> headers, Duration longest) {
        while (headers.hasMoreElements()) {
            Matcher wait = WAIT.matcher(headers.nextElement());
            if (wait.find()) {
                Duration asked = Duration.ofSeconds(Integer.parseInt(wait.group(1)));
                return asked.compareTo(longest) > 0 ? longest : asked;
            }
        }
        return Duration.ZERO;
    }
}
