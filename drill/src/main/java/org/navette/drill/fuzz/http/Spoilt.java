package org.navette.drill.fuzz.http;

import java.nio.charset.StandardCharsets;

/** A body with something wrong about it, and what has to be said to it. */
public record Spoilt(String kind, byte[] body, Expectation expectation) {

    static Spoilt of(String kind, String body, Expectation expectation) {
        return new Spoilt(kind, body.getBytes(StandardCharsets.UTF_8), expectation);
    }
}
