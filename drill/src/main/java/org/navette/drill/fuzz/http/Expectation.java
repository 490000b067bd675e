package org.navette.drill.fuzz.http;

import org.jspecify.annotations.Nullable;

/**
 * What may be answered.
 *
 * @param field that the errors of a refusal have to name; null where they need not
 */
public record Expectation(Kind kind, @Nullable String field) {

    public enum Kind {
        /** A yes, or a refusal as a problem. */
        ANY,
        /** A yes. */
        YES,
        /** A refusal as a problem. */
        NO,
        /** What nobody may be given: a refusal in any form. */
        SECRET,
        /**
         * Whatever HTTP allows for a message that is none, or for an address that no server has to look at: a refusal in
         * any form, or a connection that is closed.
         */
        NOT_HTTP
    }

    static final Expectation ANY = new Expectation(Kind.ANY, null);
    static final Expectation YES = new Expectation(Kind.YES, null);
    static final Expectation NO = new Expectation(Kind.NO, null);
    static final Expectation SECRET = new Expectation(Kind.SECRET, null);
    static final Expectation NOT_HTTP = new Expectation(Kind.NOT_HTTP, null);

    static Expectation noNaming(String field) {
        return new Expectation(Kind.NO, field);
    }
}
