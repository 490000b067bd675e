package org.navette.drill.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.navette.drill.fuzz.values.Chance;

/** Messages that are no HTTP, or lie about their own length. The connection ends behind each. */
enum FramingFault {
    LENGTH_TOO_LARGE("framing: Content-Length beyond the body") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.withoutLength()
                    .header("Content-Length", String.valueOf(request.body.length + chance.between(1, 60_000)));
        }
    },
    LENGTH_TOO_SMALL("framing: Content-Length within the body") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.withoutLength().header("Content-Length", String.valueOf(chance.below(request.body.length + 1)));
        }
    },
    LENGTH_ODD("framing: odd Content-Length") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.withoutLength()
                    .header(
                            "Content-Length",
                            chance.any(
                                    "-1",
                                    "",
                                    "x",
                                    "99999999999999999999",
                                    "9223372036854775807",
                                    "0x10",
                                    "1, 2",
                                    "+5"));
            if (chance.oneIn(3)) {
                request.more("Content-Length", "7");
            }
        }
    },
    LENGTH_AND_CHUNKS("framing: a length and chunks") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.chunked(chance.between(1, 200)).header("Content-Length", String.valueOf(chance.below(100)));
        }
    },
    CHUNKS_BROKEN("framing: broken chunks") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.withoutLength().header("Transfer-Encoding", "chunked");
            request.body = chance.any(CHUNKS).getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    TRANSFER_ENCODING_ODD("framing: odd Transfer-Encoding") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header(
                    "Transfer-Encoding",
                    chance.any("gzip", "identity", "chunked, chunked", "x", "", "chunked;q=1", "gzip, chunked"));
        }
    },
    REQUEST_LINE_ODD("framing: odd request line") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.method =
                    chance.any("", "G\u0000T", "get", "A".repeat(9_000), "POST /", "\u00FF", "PRI", "CONNECT", "(");
            request.version = chance.any(
                    "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "", "http/1.1", "HTTP/1.1 x", "\u0000");
        }
    },
    HEADERS_BROKEN("framing: broken headers") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.line(chance.any(HEADERS));
        }
    },
    HEADERS_TOO_LARGE("framing: headers that are too large or too many") {
        @Override
        void spoil(Draft request, Chance chance) {
            if (chance.oneIn(2)) {
                request.more("X-Large", "a".repeat(chance.between(8_000, 60_000)));
            } else {
                for (var left = chance.between(90, 1_000); left > 0; left--) {
                    request.more("X-" + left, "a");
                }
            }
        }
    },
    BODY_OF_MEGABYTES("framing: a body of megabytes") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.body = new byte[chance.between(1, 3) * 1_000_000];
            if (chance.oneIn(2)) {
                request.chunked(64 * 1024);
            }
        }
    },
    NOISE("framing: random bytes") {
        @Override
        void spoil(Draft request, Chance chance) {
            request.method = new String(chance.bytes(chance.between(1, 200)), StandardCharsets.ISO_8859_1);
        }
    };

    private static final List<String> CHUNKS = List.of(
            "zz\r\n{}\r\n0\r\n\r\n",
            "ffffffffffffffff\r\n{",
            "-1\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}",
            "2\r\n{}0\r\n\r\n",
            "5\r\n{}\r\n0\r\n\r\n",
            "2;x=\"y\r\n{}\r\n0\r\n\r\n",
            "0\r\nContent-Length: 5\r\n\r\n",
            "\r\n",
            "2\n{}\n0\n\n",
            "2\r\n{}\r\n0\r\nX: \u0000\r\n\r\n",
            "7fffffff\r\n{}");
    private static final List<String> HEADERS = List.of(
            "X Y: z",
            "no colon",
            ": no name",
            "X-A: a\u0000b",
            "X-A: a\u0007b",
            "X\u00E9: y",
            " folded: x",
            "X-A:\r\n folded",
            "Host:",
            "Host: a b",
            "Host: [::1",
            "Host: x:99999",
            "X-A: \r",
            "(x): y",
            "X-A\t: y",
            "Content-Type: \u0000");

    private final String label;

    FramingFault(String label) {
        this.label = label;
    }

    abstract void spoil(Draft request, Chance chance);

    String label() {
        return label;
    }
}
