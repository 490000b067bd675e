package org.navette.drill.fuzz.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Any text as a part of an address. */
final class PercentEncoding {

    /** Not too long for an address. */
    private static final int LONGEST = 300;

    private PercentEncoding() {}

    static String of(String text) {
        var some = text.substring(0, Math.min(text.length(), LONGEST));
        return URLEncoder.encode(some, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
