package org.navette.query.listing;

/** No ticket has this number, or none has it yet. */
final class UnknownTicketException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownTicketException(String number) {
        super("no ticket " + number);
    }
}
