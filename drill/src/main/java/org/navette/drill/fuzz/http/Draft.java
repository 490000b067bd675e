package org.navette.drill.fuzz.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request that is being written, down to what no HTTP library would let through. Header values are Latin-1. */
public final class Draft {

    String method;
    String target;
    String version = "HTTP/1.1";
    byte[] body;
    private final List<String> headers = new ArrayList<>();
    private boolean announcesLength = true;

    public Draft(String method, String target, byte[] body) {
        this.method = method;
        this.target = target;
        this.body = body;
    }

    /** In place of those of the same name. */
    public Draft header(String name, String value) {
        without(name);
        return more(name, value);
    }

    /** Beside those of the same name. */
    Draft more(String name, String value) {
        return line(name + ": " + value);
    }

    /** As it is. */
    Draft line(String line) {
        headers.add(line);
        return this;
    }

    Draft without(String name) {
        headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        return this;
    }

    /** Says nothing of its body but what its headers say. */
    Draft withoutLength() {
        announcesLength = false;
        return this;
    }

    /** In chunks of that size. */
    public Draft chunked(int size) {
        var chunks = new ByteArrayOutputStream();
        for (var from = 0; from < body.length; from += size) {
            var length = Math.min(size, body.length - from);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.write(body, from, length);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        body = chunks.toByteArray();
        return withoutLength().header("Transfer-Encoding", "chunked");
    }

    public byte[] wire(String authority) {
        var head = new StringBuilder(method + " " + target + " " + version + "\r\n");
        if (headers.stream().noneMatch(line -> line.regionMatches(true, 0, "Host", 0, 4))) {
            head.append("Host: ").append(authority).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (announcesLength && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var wire = new ByteArrayOutputStream(head.length() + body.length + 2);
        wire.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        wire.writeBytes(body);
        return wire.toByteArray();
    }
}
