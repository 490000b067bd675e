package org.navette.query.rebuild;

/** It can't be done now, or was given up. The message is for the operator. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
