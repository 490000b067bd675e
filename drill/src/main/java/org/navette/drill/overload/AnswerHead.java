package org.navette.drill.overload;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer, looked at as bytes: whatever reading it costs is missing on the processors that intake shares with
 * this program, and would count as intake's.
 *
 * @param status of HTTP
 * @param bodyAt where the body begins
 * @param length of the body in bytes; {@link #IN_CHUNKS} where the head doesn't say
 * @param closes whether the connection ends with this answer
 */
record AnswerHead(int status, int bodyAt, int length, boolean retryAfter, boolean closes) {

    static final int IN_CHUNKS = -1;

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = bytes("content-length: ");
    private static final byte[] RETRY_AFTER = bytes("retry-after: ");
    private static final byte[] CLOSES = bytes("connection: close");

    /** @return null where it isn't whole yet */
    static @Nullable AnswerHead of(byte[] bytes, int end) {
        var length = IN_CHUNKS;
        var retryAfter = false;
        var closes = false;
        var line = 0;
        for (var at = 0; at + 1 < end; at++) {
            if (bytes[at] != '\r' || bytes[at + 1] != '\n') {
                continue;
            }
            if (at == line) {
                return new AnswerHead(number(bytes, STATUS_AT), at + 2, length, retryAfter, closes);
            }
            if (begins(LENGTH, bytes, line)) {
                length = number(bytes, line + LENGTH.length);
            }
            retryAfter |= begins(RETRY_AFTER, bytes, line);
            closes |= begins(CLOSES, bytes, line);
            line = at + 2;
        }
        return null;
    }

    private static boolean begins(byte[] name, byte[] bytes, int line) {
        if (line + name.length > bytes.length) {
            return false;
        }
        for (var i = 0; i < name.length; i++) {
            if (Character.toLowerCase(bytes[line + i]) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from) {
        var number = 0;
        for (var at = from; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
