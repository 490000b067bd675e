package org.navette.drill.fuzz.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads answers off a connection. */
final class WireReader {

    private static final int LARGEST_HEAD = 64 * 1024;

    private final InputStream in;

    WireReader(InputStream in) {
        this.in = in;
    }

    /**
     * @param method of the request, which decides whether there is a body
     * @throws ProtocolException where it is no HTTP
     */
    WireAnswer read(String method) throws IOException {
        while (true) {
            var statusLine = line();
            if (!statusLine.matches("HTTP/1\\.1 \\d{3}.*")) {
                throw new ProtocolException("not a status line: " + statusLine);
            }
            var status = Integer.parseInt(statusLine.substring(9, 12));
            var headers = headers();
            if (status >= 200 || status == 101) {
                return new WireAnswer(status, headers, body(method, status, headers), null);
            }
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("not a header: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(String method, int status, Map<String, String> headers) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304 || status == 101) {
            return new byte[0];
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        return in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        var line = line();
        try {
            return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException e) {
            throw new ProtocolException("not the size of a chunk: " + line);
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
            if (line.size() > LARGEST_HEAD) {
                throw new ProtocolException("a line without end");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
