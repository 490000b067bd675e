package org.navette.query.facts;

/** A record that no repeat will make usable; the message says why, without anything that a person typed. */
public final class UnusableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableRecordException(String message) {
        super(message);
    }

    public UnusableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
