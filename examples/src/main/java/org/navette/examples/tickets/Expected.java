package org.navette.examples.tickets;

import org.jspecify.annotations.Nullable;

/**
 * What must become of a ticket.
 *
 * @param code of the refusal, or of the field error; null where it is opened
 * @param field at fault; null where it is opened, and where the line is no JSON
 * @param recipient key of the business service that must get it; null otherwise
 */
public record Expected(Fate fate, @Nullable String code, @Nullable String field, @Nullable String recipient) {

    public enum Fate {
        NOT_ACCEPTED,
        REFUSED,
        TECHNICAL_SUPPORT,
        BUSINESS_SERVICE
    }

    static Expected technicalSupport() {
        return new Expected(Fate.TECHNICAL_SUPPORT, null, null, null);
    }

    static Expected businessService(String recipient) {
        return new Expected(Fate.BUSINESS_SERVICE, null, null, recipient);
    }

    static Expected refused(String field, String code) {
        return new Expected(Fate.REFUSED, code, field, null);
    }

    static Expected notAccepted(@Nullable String field, String code) {
        return new Expected(Fate.NOT_ACCEPTED, code, field, null);
    }

    public boolean isOpened() {
        return fate == Fate.TECHNICAL_SUPPORT || fate == Fate.BUSINESS_SERVICE;
    }
}
