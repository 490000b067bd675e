package org.navette.parts.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the browser asks a list for: a text to search, empty for all, and the id that the page ends before. */
record MailQuery(String text, long before) {

    static final int PAGE = 50;

    static MailQuery of(URI uri) {
        var parameters = parameters(uri);
        return new MailQuery(
                parameters.getOrDefault("q", "").strip(),
                number(parameters.getOrDefault("before", ""), Long.MAX_VALUE));
    }

    static Map<String, String> parameters(URI uri) {
        var parameters = new HashMap<String, String>();
        var query = uri.getRawQuery();
        if (query != null) {
            Arrays.stream(query.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> parameters.put(decode(pair[0]), decode(pair[1])));
        }
        return parameters;
    }

    static long number(String text, long otherwise) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    boolean isFirstPage() {
        return before == Long.MAX_VALUE;
    }

    String firstPage() {
        return "/?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String pageBefore(long id) {
        return firstPage() + "&before=" + id;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray per cent sign: taken as it was typed.
            return text;
        }
    }
}
