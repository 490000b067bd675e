package org.navette.drill.check;

/**
 * Something that must not be.
 *
 * @param mark of the submission; empty where it is about none of ours
 * @param number of the ticket; empty where none was seen
 */
public record Finding(Kind kind, String mark, String number, String text) {

    public enum Kind {
        /** Promised or begun, and not where it must be: in a queue or refused, in the lists, in the mailbox. */
        LOST,
        /** More than once where it must be once, or there although its client was told that it is not. */
        DOUBLED,
        /** There, once, and not as it must be. */
        WRONG
    }

    /** About the whole of them rather than one. */
    public static Finding general(String text) {
        return new Finding(Kind.WRONG, "", "", text);
    }

    @Override
    public String toString() {
        return kind + " " + mark + " " + number + ": " + text;
    }
}
