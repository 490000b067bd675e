package org.navette.drill.fuzz.http;

import java.util.List;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;

/** Odd headers. */
final class HeaderFaults {

    private static final List<String> PREFER = List.of(
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
    private static final List<String> ACCEPT_LANGUAGE = List.of(
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
    private static final List<String> ACCEPT = List.of(
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

    private HeaderFaults() {}

    /** A kind, and what has to be said where the rest of the request is as good as that. */
    record Change(String kind, Expectation expectation) {}

    static Change spoil(Draft request, Expectation otherwise, Chance chance) {
        return switch (chance.below(7)) {
            case 0 -> {
                request.header("Prefer", chance.any(PREFER));
                if (chance.oneIn(3)) {
                    request.more("Prefer", chance.any(PREFER));
                }
                yield new Change("header: Prefer", otherwise);
            }
            case 1 -> {
                request.header("Accept-Language", chance.any(ACCEPT_LANGUAGE));
                yield new Change("header: Accept-Language", otherwise);
            }
            case 2 -> {
                request.header("Accept", chance.any(ACCEPT));
                yield new Change("header: Accept", Expectation.ANY);
            }
            case 3 -> contentType(request, chance);
            case 4 -> key(request, otherwise, chance);
            case 5 -> {
                request.line(chance.any(OTHERS));
                yield new Change("header: others", Expectation.ANY);
            }
            default -> {
                request.line("X-" + OddTexts.plain(chance, 5) + ": " + latin(OddTexts.any(chance)));
                yield new Change("header: unknown, odd value", Expectation.ANY);
            }
        };
    }

    private static Change contentType(Draft request, Chance chance) {
        if (request.body.length == 0) {
            request.header("Content-Type", chance.any(ODD_TYPES));
            return new Change("header: Content-Type without a body", Expectation.ANY);
        }
        return switch (chance.below(3)) {
            case 0 -> {
                request.header("Content-Type", chance.any(WRONG_TYPES));
                yield new Change("header: wrong Content-Type", Expectation.NO);
            }
            case 1 -> {
                request.without("Content-Type");
                yield new Change("header: no Content-Type", Expectation.NO);
            }
            default -> {
                request.header("Content-Type", chance.any(ODD_TYPES));
                yield new Change("header: odd Content-Type", Expectation.ANY);
            }
        };
    }

    private static Change key(Draft request, Expectation otherwise, Chance chance) {
        return switch (chance.below(4)) {
            case 0 -> {
                request.header("Idempotency-Key", chance.any(MALFORMED_KEYS));
                yield new Change("header: malformed Idempotency-Key", Expectation.ANY);
            }
            case 1 -> {
                // The same few over and over, with other bodies.
                request.header("Idempotency-Key", "reused-" + chance.below(3));
                yield new Change("header: reused Idempotency-Key", Expectation.ANY);
            }
            case 2 -> {
                request.header("Idempotency-Key", "one").more("Idempotency-Key", "two-" + chance.bits());
                yield new Change("header: two Idempotency-Keys", Expectation.ANY);
            }
            default -> {
                request.header("Idempotency-Key", "key-" + chance.bits());
                yield new Change("header: Idempotency-Key", otherwise);
            }
        };
    }

    /** One line of what a header may hold. */
    private static String latin(String text) {
        return text.replaceAll("[^\\x20-\\x7E\\xA0-\\xFF\\t]", "?");
    }
}
