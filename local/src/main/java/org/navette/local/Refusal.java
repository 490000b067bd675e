package org.navette.local;

/** The start can't even begin; the message says in a line why, and what changes it. Exit code 2. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
