package org.navette.drill.fuzz.values;

import java.util.List;

/** Texts that break what is careless with texts. */
public final class OddTexts {

    private static final List<String> CONTROLS = List.of("\u0000", "\u0007", "\u001B[31m", "\u007F", "\u0085", "\b");
    private static final List<String> HALVES = List.of("\uD800", "\uDC00", "a\uDBFFb", "\uDFFF\uD800");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "null",
            "undefined",
            "true",
            "-1",
            "0",
            "1e400",
            "NaN",
            "9".repeat(400),
            "../../../../etc/passwd",
            "%00",
            "%s%n%x",
            "${jndi:ldap://127.0.0.1:1/a}",
            "{{7*7}}",
            "'; DROP TABLE tickets; --",
            "{\"$ne\":null}",
            "$where",
            "a.b.$[]",
            "<script>alert(1)</script>",
            "<!--#exec cmd=\"id\"-->",
            "x@example.org\r\nBcc: y@example.org",
            "=HYPERLINK(\"http://127.0.0.1\")",
            "\u202Egpj.exe",
            "\uFEFFmark",
            "\u2028line\u2029paragraph",
            "e" + "\u0301".repeat(300),
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "ﷺ".repeat(50),
            "İıſK",
            "{0} {1} '{",
            "|:/",
            "\\",
            "\"");

    private OddTexts() {}

    public static String any(Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> control(chance);
            case 1 -> halfOfAPair(chance);
            case 2 -> "é".repeat(chance.between(1, 3_000));
            default -> chance.any(TEXTS);
        };
    }

    /** Holds what can be neither stored nor shown, also in a text of several lines. */
    public static String control(Chance chance) {
        return "a" + chance.any(CONTROLS) + "b";
    }

    public static String halfOfAPair(Chance chance) {
        return "a" + chance.any(HALVES) + "b";
    }

    public static String plain(Chance chance, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append((char) ('a' + chance.below(26)));
        }
        return text.toString();
    }
}
