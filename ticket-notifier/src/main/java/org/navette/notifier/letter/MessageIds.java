package org.navette.notifier.letter;

import org.navette.schemas.TicketNumber;

/**
 * Message-IDs of letters. They depend on the fact alone, so that a letter that was sent twice is recognised as one by
 * whoever receives it, and later letters can name the first without a look-up.
 *
 * @param domain what stands right of the @
 */
public record MessageIds(String domain) {

    /** With the angle brackets that the header wants. */
    public String of(Letter letter) {
        return id(letter.ticketNumber(), letter.version());
    }

    public String first(Letter letter) {
        return id(letter.ticketNumber(), 1);
    }

    /** @throws IllegalArgumentException where it is no ticket number: nothing else may get into a header */
    private String id(String ticketNumber, int version) {
        return "<" + new TicketNumber(ticketNumber) + "." + version + "@" + domain + ">";
    }
}
