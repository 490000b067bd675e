package org.navette.query.listing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.schemas.TicketNumber;

/**
 * Where a page of a list ended: the next one begins after it, whatever was submitted since. Opaque to clients, but not
 * secret: it tells nothing that the page did not.
 */
record Cursor(Instant submittedAt, String number) {

    private static final Pattern TEXT = Pattern.compile("1\\.(-?\\d{1,19})\\.([0-9A-Z]{1,32})");
    private static final int LONGEST = 100;

    String encode() {
        String text = "1." + submittedAt.toEpochMilli() + "." + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where it is not one of ours. */
    static Optional<Cursor> decode(String encoded) {
        if (encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches() || TicketNumber.parse(matcher.group(2)).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
