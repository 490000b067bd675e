package org.navette.intake.fields;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of identifier that an organisation may bear, and how each is written. */
public final class OrganisationIds {

    public static final String SIRET = "SIRET";

    private static final Pattern SIRET_DIGITS = Pattern.compile("[0-9]{14}");
    private static final String LA_POSTE = "356000000";
    private static final int LA_POSTE_DIVISOR = 5;

    private static final Map<String, Pattern> OTHERS = Map.of(
            "EU_VAT", Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}"),
            "RIDET", Pattern.compile("[0-9]{9,10}"),
            "TAHITI", Pattern.compile("[0-9A-Z]{6}(?:[0-9]{3})?"),
            // Without the colon, the stroke and the slash that stand between the parts of topic keys.
            "OTHER", Pattern.compile("[0-9A-Za-z._-]{1,50}"));

    private OrganisationIds() {}

    public static boolean isKnown(String scheme) {
        return SIRET.equals(scheme) || OTHERS.containsKey(scheme);
    }

    /** @return whether the value is written as its scheme demands; empty where the scheme is unknown */
    public static Optional<Boolean> isWellFormed(String scheme, String value) {
        if (SIRET.equals(scheme)) {
            return Optional.of(isSiret(value));
        }
        return Optional.ofNullable(OTHERS.get(scheme))
                .map(pattern -> pattern.matcher(value).matches());
    }

    private static boolean isSiret(String value) {
        if (!SIRET_DIGITS.matcher(value).matches()) {
            return false;
        }
        return luhnSum(value) % 10 == 0
                || value.startsWith(LA_POSTE) && value.chars().map(c -> c - '0').sum() % LA_POSTE_DIVISOR == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
