package org.navette.intake.fields;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.messages.OrganisationId;

/** Checks fields one by one and notes what is wrong with them beside them. */
public final class FieldChecks {

    private static final int LONGEST_OBJECT_NUMBER = 35;
    private static final Pattern OBJECT_NUMBER = Pattern.compile("[A-Za-z0-9+\\-_/]+");

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final int LONGEST_ID = 100;
    private static final Pattern ID = Pattern.compile("[!-~]+");

    private final Fields fields;

    public FieldChecks(Fields fields) {
        this.fields = fields;
    }

    /** A code or a text of one line; null where it is missing or wrong. */
    public @Nullable String required(String path, int longest) {
        return given(path) ? checked(path, longest, false) : null;
    }

    /** A text with line breaks. */
    public @Nullable String requiredLines(String path, int longest) {
        return given(path) ? checked(path, longest, true) : null;
    }

    /** A text of one line that may be left out or empty; null in either case. */
    public @Nullable String optional(String path, int longest) {
        String value = fields.get(path);
        return value == null || value.isBlank() ? null : checked(path, longest, false);
    }

    public @Nullable String email(String path) {
        String value = required(path, EmailAddress.LONGEST);
        if (value != null && !EmailAddress.isPlain(value)) {
            fields.add(FieldError.detailed(path, "malformed", "email"));
        }
        return value;
    }

    /**
     * @param path of the block that holds scheme and value; empty where they stand at the top
     * @param assumedScheme what a missing scheme means; null where it may not be missing
     */
    public @Nullable OrganisationId organisation(String path, @Nullable String assumedScheme) {
        String prefix = path.isEmpty() ? "" : path + ".";
        String schemePath = prefix + "scheme";
        String valuePath = prefix + "value";
        String scheme = fields.get(schemePath) == null && assumedScheme != null && !fields.hasErrorAt(schemePath)
                ? assumedScheme
                : required(schemePath, 50);
        String value = required(valuePath, 50);
        if (scheme == null || value == null) {
            return null;
        }
        Optional<Boolean> wellFormed = OrganisationIds.isWellFormed(scheme, value);
        if (wellFormed.isEmpty()) {
            fields.add(FieldError.of(schemePath, "unknown"));
        } else if (!wellFormed.get()) {
            fields.add(
                    scheme.equals(OrganisationIds.SIRET)
                            ? FieldError.detailed(valuePath, "malformed", "siret")
                            : FieldError.detailed(valuePath, "malformed", "identifier", scheme));
        }
        return new OrganisationId(scheme, value);
    }

    public @Nullable String objectNumber(String path, String codeIfMissing) {
        String value = fields.get(path);
        if (value == null || value.isBlank()) {
            missing(path, codeIfMissing);
            return null;
        }
        String number = checked(path, LONGEST_OBJECT_NUMBER, false);
        if (number != null && !OBJECT_NUMBER.matcher(number).matches()) {
            fields.add(FieldError.detailed(path, "malformed", "object-number"));
        }
        return number;
    }

    /** True or false; what is assumed where it is left out. */
    public boolean flag(String path, boolean assumed) {
        String value = fields.get(path);
        if (value == null || value.isBlank()) {
            return assumed;
        }
        if (!value.equals("true") && !value.equals("false")) {
            fields.add(FieldError.detailed(path, "malformed", "boolean"));
        }
        return value.equals("true");
    }

    /** @return 0 where it is missing or wrong */
    public int year(String path) {
        String value = required(path, 10);
        if (value == null) {
            return 0;
        }
        if (!YEAR.matcher(value).matches()) {
            fields.add(FieldError.detailed(path, "malformed", "year"));
            return 0;
        }
        return Integer.parseInt(value);
    }

    /** What an upstream system names a thing by. */
    public @Nullable String id(String path) {
        String value = required(path, LONGEST_ID);
        if (value != null && !ID.matcher(value).matches()) {
            fields.add(FieldError.detailed(path, "malformed", "id"));
        }
        return value;
    }

    public void missing(String path, String code) {
        if (!fields.hasErrorAt(path)) {
            fields.add(FieldError.of(path, code));
        }
    }

    private boolean given(String path) {
        String value = fields.get(path);
        if (value == null || value.isBlank()) {
            missing(path, "required");
            return false;
        }
        return true;
    }

    private @Nullable String checked(String path, int longest, boolean lines) {
        String value = fields.get(path);
        if (value == null) {
            return null;
        }
        int length = value.length() <= longest ? 0 : Text.length(value);
        if (length > longest) {
            fields.add(FieldError.of(path, "too-long", longest, length));
            return null;
        }
        Optional<String> forbidden = Text.firstForbidden(value, lines);
        if (forbidden.isPresent()) {
            fields.add(FieldError.of(path, "forbidden-character", forbidden.get()));
            return null;
        }
        return value;
    }
}
