package org.navette.drill.load;

/**
 * What must become of a submission that intake has.
 *
 * @param detail the key in the queue of the business services, or the code of the refusal; empty otherwise
 */
public record Expected(Kind kind, String detail) {

    public enum Kind {
        TECHNICAL,
        BUSINESS,
        /** By the router. */
        REFUSED,
        /** By intake, at once. */
        INVALID
    }

    static Expected technical() {
        return new Expected(Kind.TECHNICAL, "");
    }

    static Expected business(String key) {
        return new Expected(Kind.BUSINESS, key);
    }

    static Expected refused(String code) {
        return new Expected(Kind.REFUSED, code);
    }

    static Expected invalid() {
        return new Expected(Kind.INVALID, "");
    }
}
