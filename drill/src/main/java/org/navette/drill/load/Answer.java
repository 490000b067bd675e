package org.navette.drill.load;

import org.jspecify.annotations.Nullable;

/**
 * What a client was told about its ticket.
 *
 * @param status of HTTP; 0 where there was none
 * @param text the code of the answer, or what went wrong on the way
 * @param number of the ticket, where it was told
 */
public record Answer(Meaning meaning, int status, String text, @Nullable String number) {

    public enum Meaning {
        /** It is there and will be judged, or was opened. */
        YES,
        /** It is there, and the router refused it. */
        REFUSED,
        /** It is not there. */
        NO,
        /** It may be there or not. */
        UNKNOWN,
        /** None of the answers that this interface gives. */
        STRANGE
    }

    /** The request did not reach it. */
    static Answer notSent(String why) {
        return new Answer(Meaning.NO, 0, why, null);
    }

    /** The request may have reached it. */
    static Answer noAnswer(String why) {
        return new Answer(Meaning.UNKNOWN, 0, why, null);
    }

    static Answer of(int status, String code, @Nullable String number) {
        return new Answer(meaning(status, code, number), status, code, number);
    }

    private static Meaning meaning(int status, String code, @Nullable String number) {
        return switch (status) {
            case 201, 202 -> number == null ? Meaning.STRANGE : Meaning.YES;
            case 422 -> code.equals("refused") && number != null ? Meaning.REFUSED : Meaning.STRANGE;
            case 503 -> code.equals("unconfirmed") ? Meaning.UNKNOWN : Meaning.NO;
            case 400, 408, 413, 429 -> Meaning.NO;
            default -> Meaning.STRANGE;
        };
    }
}
