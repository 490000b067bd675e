package org.navette.parts.mail;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer that is short enough to be held. */
record Response(int status, String contentType, String contentSecurityPolicy, byte[] body) {

    private static final String OUR_PAGES = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Nothing of a mail runs, loads or opens anything, also when its address is opened by itself. */
    private static final String FOREIGN_HTML =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    static Response page(int status, String html) {
        return new Response(status, "text/html; charset=utf-8", OUR_PAGES, bytes(html));
    }

    static Response foreignHtml(String html) {
        return new Response(200, "text/html; charset=utf-8", FOREIGN_HTML, bytes(html));
    }

    static Response source(byte[] source) {
        return new Response(200, "text/plain; charset=utf-8", FOREIGN_HTML, source);
    }

    static Response json(byte[] json) {
        return new Response(200, "application/json", OUR_PAGES, json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void send(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", contentType);
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
