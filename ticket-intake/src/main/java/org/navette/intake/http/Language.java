package org.navette.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that answers and e-mails are written in; French where nothing else is asked for. */
public enum Language {
    FR(Locale.FRENCH),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public static Language of(HttpServletRequest request) {
        return accepted(request.getHeader("Accept-Language"));
    }

    static Language accepted(@Nullable String header) {
        if (header == null) {
            return FR;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), List.of(FR.locale, EN.locale));
            return EN.locale.equals(found) ? EN : FR;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // The second, undocumented, for a range that is nothing but hyphens.
            return FR;
        }
    }

    /** {@code fr} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }
}
