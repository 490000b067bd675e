package org.navette.notifier.letter;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one fact tells the issuer of a ticket. Its texts are as they were typed: whoever renders it escapes them.
 *
 * @param ticketNumber as in the fact, without separators
 * @param version of the fact; with the number it identifies the letter
 * @param email as it stands in the fact, unchecked
 * @param connected whether the issuer can follow the ticket in the portal
 * @param matter what it is about in words of the catalogue; null where the fact doesn't carry it
 * @param text the request or the solution; null for the other kinds
 * @param refusal why the submission was turned away; null for the other kinds
 */
public record Letter(
        Kind kind,
        String ticketNumber,
        int version,
        Instant occurredAt,
        String email,
        Locale language,
        boolean connected,
        String title,
        @Nullable Matter matter,
        @Nullable String text,
        @Nullable Refusal refusal) {

    public enum Kind {
        DEPOSITED,
        REFUSED,
        INFORMATION_REQUESTED,
        SOLUTION_PROPOSED;

        /** Name of its templates and prefix of its messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a ticket is about.
     *
     * @param recipient name of the business service; null for technical support
     * @param objectNumber number of the business object; null where there is none
     */
    public record Matter(
            String category, String subCategory, @Nullable String recipient, @Nullable String objectNumber) {}

    public record Refusal(String code, String field) {}

    /** The first letter of a ticket is what the later ones refer to. That of a refusal may be about its second version. */
    public boolean isFirst() {
        return kind == Kind.DEPOSITED || kind == Kind.REFUSED;
    }
}
