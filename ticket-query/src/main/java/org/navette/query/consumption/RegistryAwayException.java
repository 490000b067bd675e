package org.navette.query.consumption;

/** The schema registry did not answer, or not now: the record itself may be good. */
final class RegistryAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryAwayException(Throwable cause) {
        super("the schema registry can't be asked: " + cause.getMessage(), cause);
    }
}
