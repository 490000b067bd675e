package org.navette.notifier.letter;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that names exactly one mailbox: no display name, no route, no list, no quoting, no comment, and
 * nothing that could end a header or an SMTP command.
 *
 * @param value ASCII only, the domain in its encoded form
 */
public record PlainAddress(String value) {

    private static final int MOST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    /** Empty where mail can't be sent to it. */
    public static Optional<PlainAddress> parse(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1 || typed.length() > MOST) {
            return Optional.empty();
        }
        String local = typed.substring(0, at);
        return encoded(typed.substring(at + 1))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .filter(domain -> LOCAL_PART.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= MOST)
                .map(PlainAddress::new);
    }

    private static Optional<String> encoded(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
