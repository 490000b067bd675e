package org.navette.local;

/** Something that was started did not get ready. Exit code 1. */
final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }
}
