package org.navette.bench.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whole requests, encoded once, sent in turn.
 *
 * @param encoded head and body each
 */
public record Requests(List<byte[]> encoded) {

    /** A POST of each body to the address. */
    public static Requests posts(URI address, List<byte[]> bodies) {
        return new Requests(bodies.stream()
                .map(body -> join(head(address, body.length), body))
                .toList());
    }

    byte[] at(long index) {
        return encoded.get((int) (index % encoded.size()));
    }

    private static byte[] head(URI address, int length) {
        return ("POST " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[] head, byte[] body) {
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
