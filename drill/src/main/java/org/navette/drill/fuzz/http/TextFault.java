package org.navette.drill.fuzz.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;

/** What can be wrong with JSON as text, whatever it says. */
public enum TextFault {
    TRUNCATED("JSON: truncated") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            return no(Arrays.copyOf(text, chance.between(1, text.length - 1)));
        }
    },
    INVALID_UTF8("JSON: invalid UTF-8") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            return no(inserted(text, chance.any(INVALID)));
        }
    },
    ODD_UTF8("JSON: odd UTF-8 or another encoding") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            if (chance.oneIn(2)) {
                return any(inserted(text, chance.any(ODD)));
            }
            var charset = chance.any("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1");
            return any(new String(text, StandardCharsets.UTF_8).getBytes(Charset.forName(charset)));
        }
    },
    DUPLICATE("JSON: a field twice") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            var json = new String(text, StandardCharsets.UTF_8);
            var name = json.substring(1, json.indexOf(':'));
            return no("{" + name + ":\"x\"," + json.substring(1));
        }
    },
    TRAILING("JSON: more behind its end") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            return no(
                    new String(text, StandardCharsets.UTF_8) + chance.any("}", "x", "{}", ",", "\u0000", "]", " null"));
        }
    },
    NO_OBJECT("JSON: no object") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            return no(chance.any("", " ", "null", "[]", "[{}]", "\"x\"", "1", "true", "{}", "{", "\uFEFF"));
        }
    },
    LAX("JSON: lax syntax") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            return no(chance.any(LAX_BEGINNINGS) + new String(text, StandardCharsets.UTF_8).substring(1));
        }
    },
    DEEP("JSON: deep nesting") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            var depth = chance.between(25, 10_000);
            return no(chance.oneIn(2) ? "[".repeat(depth) : "{\"a\":".repeat(depth));
        }
    },
    TOO_LARGE("JSON: larger than a body may be") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            var blanks = new byte[chance.between(LARGEST_BODY, 2 * LARGEST_BODY)];
            Arrays.fill(blanks, (byte) ' ');
            return no(joined(blanks, text));
        }
    },
    NOISE("JSON: random bytes") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            return no(chance.bytes(chance.between(1, 300)));
        }
    },
    CHANGED("JSON: some bytes changed") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            var changed = text.clone();
            for (var left = chance.between(1, 4); left > 0; left--) {
                changed[chance.below(changed.length)] = (byte) chance.below(256);
            }
            return any(changed);
        }
    },
    MEANT_FOR_OTHERS("JSON: an odd value for a name") {
        @Override
        public Spoilt spoil(byte[] text, Chance chance) {
            var name = OddTexts.any(chance).replaceAll("[\"\\\\\\p{Cntrl}]", "");
            return any(("{\"" + name + "\":1," + new String(text, StandardCharsets.UTF_8).substring(1))
                    .getBytes(StandardCharsets.UTF_8));
        }
    };

    /** What intake takes, max-body and bulk.max-line, unless it is configured otherwise. */
    public static final int LARGEST_BODY = 160 * 1024;

    private static final List<byte[]> INVALID = List.of(
            bytes(0xFF),
            bytes(0xC3, 0x28),
            bytes(0xE2, 0x82, 0x28),
            bytes(0xF0, 0x28, 0x8C, 0xBC),
            bytes(0x80),
            bytes(0xFE));
    /** Too long a form, a half of a surrogate pair, a character that there is none of. */
    private static final List<byte[]> ODD = List.of(
            bytes(0xC0, 0x80),
            bytes(0xC1, 0x81),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xEF, 0xBF, 0xBF));

    private static final List<String> LAX_BEGINNINGS = List.of(
            "{/*c*/\"x\":1,",
            "{'x':1,",
            "{x:1,",
            "{\"x\":NaN,",
            "{\"x\":01,",
            "{\"x\":+1,",
            "{\"x\":0x1,",
            "{\"x\":.5,",
            "{,",
            "{\"x\"1,",
            "{\"x\":\"\t\",",
            "{\"x\":\"\\q\",",
            "{\"x\":\"\\u12\",",
            "{\"x\":tru,",
            "//c\n{\"x\":1,");

    private final String label;

    TextFault(String label) {
        this.label = label;
    }

    /** @param text of an object with a field */
    public abstract Spoilt spoil(byte[] text, Chance chance);

    Spoilt no(byte[] body) {
        return new Spoilt(label, body, Expectation.NO);
    }

    Spoilt no(String body) {
        return Spoilt.of(label, body, Expectation.NO);
    }

    Spoilt any(byte[] body) {
        return new Spoilt(label, body, Expectation.ANY);
    }

    /** Within the first text that it holds. */
    private static byte[] inserted(byte[] text, byte[] bytes) {
        var at = new String(text, StandardCharsets.ISO_8859_1).indexOf(":\"") + 2;
        return joined(joined(Arrays.copyOf(text, at), bytes), Arrays.copyOfRange(text, at, text.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var buffer = ByteBuffer.allocate(values.length);
        for (var value : values) {
            buffer.put((byte) value);
        }
        return buffer.array();
    }
}
