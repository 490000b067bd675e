package org.navette.query.listing;

import java.util.List;

/** What a client asked for can't be understood; nothing is guessed. */
final class InvalidParametersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param field the parameter at fault
     * @param code {@code unknown}, {@code repeated}, {@code required} or {@code malformed}
     * @param message what is wanted
     */
    record Error(String field, String code, String message) {}

    private final transient List<Error> errors;

    InvalidParametersException(List<Error> errors) {
        super("invalid parameters");
        this.errors = List.copyOf(errors);
    }

    List<Error> errors() {
        return errors;
    }
}
