package org.navette.examples.tickets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.schemas.Catalogue.Couple;
import org.navette.schemas.Catalogue.ObjectRule;
import tools.jackson.databind.ObjectMapper;

/** Tickets that intake doesn't accept: what people and programs get wrong. */
final class Mistakes {

    private static final int TITLE_LIMIT = 200;

    private final Couple withType;
    private final Couple byRecipient;

    Mistakes(List<Couple> couples) {
        this.withType = couples.stream()
                .filter(couple -> isTypeAsked(couple.subCategory().object()))
                .findFirst()
                .orElseThrow();
        this.byRecipient = couples.stream()
                .filter(couple -> couple.subCategory().recipient())
                .findFirst()
                .orElseThrow();
    }

    /** @param draft a fine technical ticket, which it spoils */
    GeneratedTicket make(Draft draft, Dice dice, ObjectMapper json) {
        int mistake = dice.upTo(10);
        if (mistake == 9) {
            byte[] broken = new String(draft.json(json), StandardCharsets.UTF_8)
                    .replace("\"title\":", "\"title\"")
                    .getBytes(StandardCharsets.UTF_8);
            return new GeneratedTicket(broken, Expected.notAccepted(null, "malformed-json"), true);
        }
        Expected expected = spoil(mistake, draft);
        return new GeneratedTicket(draft.json(json), expected, true);
    }

    private Expected spoil(int mistake, Draft draft) {
        switch (mistake) {
            case 0 -> draft.without("title");
            case 1 -> draft.with("title", "é".repeat(TITLE_LIMIT + 1));
            case 2 -> draft.with("issuer.email", "jeanne@dupont@example");
            case 3 -> draft.with("issuer.organisation.scheme", "SIRET")
                    .with("issuer.organisation.value", "73282932000075");
            case 4 -> draft.with("category", "holidays");
            case 5 -> draft.with("subCategory", "no-such-sub-category");
            case 6 -> about(draft, withType).with("object.number", "F-1");
            case 7 -> about(draft, withType).with("object.type", type());
            default -> about(draft, byRecipient);
        }
        return switch (mistake) {
            case 0 -> Expected.notAccepted("title", "required");
            case 1 -> Expected.notAccepted("title", "too-long");
            case 2 -> Expected.notAccepted("issuer.email", "malformed");
            case 3 -> Expected.notAccepted("issuer.organisation.value", "malformed");
            case 4 -> Expected.notAccepted("category", "unknown");
            case 5 -> Expected.notAccepted("subCategory", "unknown");
            case 6 -> Expected.notAccepted("object.type", "object-type-missing");
            case 7 -> Expected.notAccepted("object.number", "object-number-missing");
            default -> Expected.notAccepted("recipient.organisation.value", "required");
        };
    }

    private static boolean isTypeAsked(@Nullable ObjectRule rule) {
        return rule != null && !rule.preset();
    }

    private String type() {
        return Objects.requireNonNull(withType.subCategory().object()).type();
    }

    private static Draft about(Draft draft, Couple couple) {
        return draft.with("category", couple.category().code())
                .with("subCategory", couple.subCategory().code());
    }
}
