package org.navette.drill.fuzz.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;

/** What can be odd or wrong with a header. */
enum HeaderFault {
    PREFER("header: Prefer", null) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Prefer", chance.any(PREFERENCES));
            if (chance.oneIn(3)) {
                request.more("Prefer", chance.any(PREFERENCES));
            }
        }
    },
    LANGUAGE("header: Accept-Language", null) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Accept-Language", chance.any(LANGUAGES));
        }
    },
    ACCEPT("header: Accept", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Accept", chance.any(ACCEPTED_TYPES));
        }
    },
    WRONG_TYPE("header: wrong Content-Type", Expectation.NO) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Content-Type", chance.any(WRONG_TYPES));
        }
    },
    NO_TYPE("header: no Content-Type", Expectation.NO) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.without("Content-Type");
        }
    },
    ODD_TYPE("header: odd Content-Type", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Content-Type", chance.any(ODD_TYPES));
        }
    },
    MALFORMED_KEY("header: malformed Idempotency-Key", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Idempotency-Key", chance.any(MALFORMED_KEYS));
        }
    },
    /** The same few over and over, with other bodies. */
    REUSED_KEY("header: reused Idempotency-Key", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Idempotency-Key", "reused-" + chance.below(3));
        }
    },
    TWO_KEYS("header: two Idempotency-Keys", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Idempotency-Key", "one").more("Idempotency-Key", "two-" + chance.bits());
        }
    },
    NEW_KEY("header: Idempotency-Key", null) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.header("Idempotency-Key", "key-" + chance.bits());
        }
    },
    OTHER("header: others", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            request.line(chance.any(OTHERS));
        }
    },
    UNKNOWN("header: unknown, odd value", Expectation.ANY) {
        @Override
        void spoil(Draft request, Chance chance) {
            // One line of what a header may hold.
            var value = OddTexts.any(chance).replaceAll("[^\\x20-\\x7E\\xA0-\\xFF\\t]", "?");
            request.line("X-" + OddTexts.plain(chance, 5) + ": " + value);
        }
    };

    private static final List<String> PREFERENCES = List.of(
            "wait=1",
            "wait=",
            "wait=-1",
            "wait=99999999999999999999",
            "wait=1, wait=2",
            "respond-async; wait=1",
            "wait=\"1\"",
            "WAIT = 1",
            "wait=1.5",
            "wait=0",
            "handling=strict",
            ",,,,,",
            ";",
            "wait=1; foo=\"",
            "wait==1",
            "wait=0x5");
    private static final List<String> LANGUAGES = List.of(
            "fr",
            "en",
            "en-GB, fr;q=0.1",
            "de",
            "*",
            "",
            "-",
            "en-",
            "en;q=9",
            "en;q=",
            "x-x-x-x",
            "fr;q=0",
            ",",
            "a".repeat(4_000),
            "en;q=0.1,".repeat(500) + "fr",
            "i-klingon, zh-Hant-TW;q=0.5",
            "fr_FR",
            "é");
    private static final List<String> ACCEPTED_TYPES = List.of(
            "*/*",
            "application/json",
            "application/problem+json",
            "text/html",
            "application/xml",
            "image/*",
            "",
            "x",
            "a/b/c",
            "*/*;q=2",
            "*/*;q=0",
            "application/json;q=0",
            "*",
            "application/*+json",
            "text/csv,".repeat(300) + "a/b",
            "application/json;charset=nonsense",
            "é/é");
    private static final List<String> WRONG_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/octet-stream",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=nonsense",
            "multipart/mixed; boundary=",
            "image/png",
            "application/vnd.api+xml");
    private static final List<String> ODD_TYPES = List.of(
            "",
            "x",
            "application/",
            "/json",
            "a/b/c",
            "*/*",
            "application/*",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/json;charset=\"",
            "APPLICATION/JSON",
            "application/json, text/plain",
            "application/json;q=1;q=2",
            "application/json;",
            "é/json",
            "application/json;version=1;a=\"b\\\"c\"");
    private static final List<String> MALFORMED_KEYS =
            List.of("", " ", "a b", "\u00E9", "k".repeat(256), "k".repeat(4_000), "a\tb");
    private static final List<String> OTHERS = List.of(
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: ftp",
            "Forwarded: for=\"[::1\"",
            "Content-Encoding: gzip",
            "Range: bytes=0-0,5-,-1",
            "If-Modified-Since: yesterday",
            "If-None-Match: \"",
            "Cookie: a=\"b; $Version=x; =;",
            "Authorization: Bearer \u00FF",
            "Authorization: Basic !!!",
            "Origin: null",
            "Connection: close",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "TE: trailers",
            "Via: 1.1 x",
            "traceparent: 00-zz-zz-00",
            "traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01",
            "X-Request-Id: ${jndi:ldap://127.0.0.1:1}",
            "Expect: 100-continue",
            "Max-Forwards: 0",
            "Last-Event-ID: \u0080",
            "Content-Language: \u00E9",
            "Date: 0",
            "Trailer: Content-Length");

    private final String label;
    private final @Nullable Expectation expectation;

    HeaderFault(String label, @Nullable Expectation expectation) {
        this.label = label;
        this.expectation = expectation;
    }

    abstract void spoil(Draft request, Chance chance);

    String label() {
        return label;
    }

    /** @param otherwise what has to be said to the request without it */
    Expectation expectation(Expectation otherwise) {
        return expectation == null ? otherwise : expectation;
    }

    /** Without a body nobody looks at its type. */
    static List<HeaderFault> suiting(Draft request) {
        return Arrays.stream(values())
                .filter(fault -> request.body.length > 0 || fault != WRONG_TYPE && fault != NO_TYPE)
                .toList();
    }
}
