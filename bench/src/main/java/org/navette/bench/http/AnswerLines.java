package org.navette.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Counts the lines of a bulk answer, and those that say that a ticket was accepted. */
final class AnswerLines implements BodySink {

    private static final byte[] ACCEPTED = "\"status\":202".getBytes(StandardCharsets.US_ASCII);

    private long lines;
    private long accepted;
    private int matched;
    private boolean found;
    private final byte[] line = new byte[512];
    private int length;
    private String firstOther = "";

    @Override
    public void body(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            var b = piece.get();
            if (b == '\n') {
                lines++;
                ended();
                matched = 0;
                found = false;
                continue;
            }
            if (length < line.length) {
                line[length++] = b;
            }
            if (!found) {
                // The text's first character stands nowhere else in it but at the end of the word: no backtracking.
                matched = b == ACCEPTED[matched] ? matched + 1 : b == ACCEPTED[0] ? 1 : 0;
                found = matched == ACCEPTED.length;
                matched = found ? 0 : matched;
            }
        }
    }

    private void ended() {
        if (found) {
            accepted++;
        } else if (firstOther.isEmpty()) {
            firstOther = new String(line, 0, length, StandardCharsets.UTF_8);
        }
        length = 0;
    }

    /** The beginning of the first line that says anything else, for a message; empty where there is none. */
    String firstOther() {
        return firstOther;
    }

    long lines() {
        return lines;
    }

    long accepted() {
        return accepted;
    }
}
