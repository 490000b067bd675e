package org.navette.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads HTTP/1.1 responses from whatever pieces arrive: status, length, body, and whether the connection ends after it.
 * Knows no trailers and no interim responses but {@code 100}.
 */
final class ResponseParser {

    private enum State {
        STATUS_LINE,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private static final int LONGEST_LINE = 8192;

    private final BodySink sink;
    private final byte[] line = new byte[LONGEST_LINE];
    private int lineLength;
    private State state = State.STATUS_LINE;
    private int status;
    private boolean closes;
    private boolean chunked;
    private long remaining;

    ResponseParser(BodySink sink) {
        this.sink = sink;
    }

    /**
     * Takes bytes until one response is whole or there are no more.
     *
     * @return whether a response is whole; bytes of the next one may be left
     * @throws IllegalStateException where this is no HTTP response
     */
    boolean feed(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (state == State.BODY || state == State.CHUNK) {
                passOn(in);
                if (remaining == 0) {
                    if (state == State.BODY) {
                        return done();
                    }
                    state = State.CHUNK_END;
                }
            } else if (lineIsWhole(in.get()) && lineEndsResponse()) {
                return done();
            }
        }
        return false;
    }

    /** Of the response that is whole. */
    int status() {
        return status;
    }

    /** Whether the server closes the connection after it. */
    boolean closes() {
        return closes;
    }

    private boolean done() {
        state = State.STATUS_LINE;
        return true;
    }

    private void passOn(ByteBuffer in) {
        var length = (int) Math.min(remaining, in.remaining());
        sink.body(in.slice(in.position(), length));
        in.position(in.position() + length);
        remaining -= length;
    }

    private boolean lineIsWhole(byte b) {
        if (b == '\n') {
            return true;
        }
        if (lineLength == LONGEST_LINE) {
            throw new IllegalStateException("a header line is too long");
        }
        line[lineLength++] = b;
        return false;
    }

    private boolean lineEndsResponse() {
        if (lineLength > 0 && line[lineLength - 1] == '\r') {
            lineLength--;
        }
        var empty = lineLength == 0;
        var ends = false;
        switch (state) {
            case STATUS_LINE -> statusLine();
            case HEADER -> ends = empty ? headersEnd() : header();
            case CHUNK_SIZE -> chunkSize();
            case CHUNK_END -> state = State.CHUNK_SIZE;
            case TRAILER -> ends = empty;
            default -> throw new IllegalStateException("no line expected in " + state);
        }
        lineLength = 0;
        return ends;
    }

    private void statusLine() {
        if (lineLength < 12 || line[0] != 'H' || line[8] != ' ') {
            throw new IllegalStateException("not an HTTP response: " + text());
        }
        status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
        closes = false;
        chunked = false;
        remaining = 0;
        state = State.HEADER;
    }

    private boolean header() {
        // Most headers don't matter: don't make a string of each.
        switch (line[0] | 0x20) {
            case 'c', 't' -> {
                var header = text().toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:")) {
                    remaining = Long.parseLong(value(header));
                } else if (header.startsWith("transfer-encoding:")) {
                    chunked = value(header).endsWith("chunked");
                } else if (header.startsWith("connection:")) {
                    closes = value(header).contains("close");
                }
            }
            default -> {
                // Of no interest.
            }
        }
        return false;
    }

    private boolean headersEnd() {
        if (status == 100) {
            state = State.STATUS_LINE;
            return false;
        }
        if (chunked) {
            state = State.CHUNK_SIZE;
            return false;
        }
        state = State.BODY;
        return remaining == 0;
    }

    private void chunkSize() {
        var size = text();
        var extension = size.indexOf(';');
        remaining = Long.parseLong((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
        state = remaining == 0 ? State.TRAILER : State.CHUNK;
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private String text() {
        return new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
    }
}
