package org.navette.drill.fuzz.http;

import org.navette.drill.stack.Part;

/**
 * A request, and what may be answered.
 *
 * @param streamed whether it is one of those that the service takes only a few of at a time
 * @param ends whether nothing is sent after it: the client closes its side of the connection
 */
public record HttpCase(
        String kind, Part service, Draft request, Expectation expectation, boolean streamed, boolean ends) {

    static HttpCase of(String kind, Part service, Draft request, Expectation expectation) {
        return new HttpCase(kind, service, request, expectation, false, false);
    }

    HttpCase asStreamed() {
        return new HttpCase(kind, service, request, expectation, true, ends);
    }

    HttpCase ending() {
        return new HttpCase(kind, service, request, expectation, streamed, true);
    }
}
