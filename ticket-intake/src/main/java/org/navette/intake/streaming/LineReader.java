package org.navette.intake.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.navette.intake.http.Problem;

/** Reads lines of bytes, in memory that does not grow: of a line that is too long, no more than the limit is kept. */
public final class LineReader {

    private static final int READ_AT_ONCE = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final long nanosALine;
    private final BooleanSupplier mayGoOn;
    private final byte[] read = new byte[READ_AT_ONCE];
    private int from;
    private int to;

    private byte[] line = new byte[1_024];
    private int length;
    private boolean tooLong;
    private long number;

    /**
     * @param longest line, in bytes
     * @param longestTime that a line may take to arrive; blank ones before it are no other lines
     * @param mayGoOn asked whenever something came
     */
    public LineReader(InputStream in, int longest, Duration longestTime, BooleanSupplier mayGoOn) {
        this.in = in;
        this.longest = longest;
        this.nanosALine = longestTime.toNanos();
        this.mayGoOn = mayGoOn;
    }

    /**
     * Goes on to the next line that is not blank.
     *
     * @return false at the end
     * @throws SocketTimeoutException where it does not arrive in time
     * @throws InterruptedIOException where it may not go on
     */
    public boolean next() throws IOException {
        long began = System.nanoTime();
        boolean isLater = false;
        do {
            if (!nextAsItIs(began, isLater)) {
                return false;
            }
            isLater = true;
        } while (!tooLong && isBlank());
        return true;
    }

    /** The line, from the first byte on, without its end; valid until the next. */
    public byte[] line() {
        return line;
    }

    public int length() {
        return length;
    }

    public boolean isTooLong() {
        return tooLong;
    }

    /** What to tell of such a line. */
    public Problem tooLong() {
        return Problem.of(413, "line-too-long", longest);
    }

    /** Number of the line, counted from 1, blank ones included. */
    public long number() {
        return number;
    }

    /** @param isLater whether blank lines came before it: for the first byte the connection has a limit of its own */
    private boolean nextAsItIs(long began, boolean isLater) throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (from == to) {
                if (!fill()) {
                    return any && ended();
                }
                if (System.nanoTime() - began > nanosALine && (any || isLater)) {
                    throw new SocketTimeoutException("a line that does not end");
                }
            }
            any = true;
            int end = endOfLine();
            keep(end);
            from = end;
            if (end < to) {
                from++;
                return ended();
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(read, 0, read.length));
        if (to > 0 && !mayGoOn.getAsBoolean()) {
            throw new InterruptedIOException("stopping");
        }
        return to > 0;
    }

    private int endOfLine() {
        int i = from;
        while (i < to && read[i] != '\n') {
            i++;
        }
        return i;
    }

    private void keep(int end) {
        int more = end - from;
        // One more than allowed, for the carriage return that may end it.
        if (tooLong || length + more > longest + 1) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(longest + 1, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(read, from, line, length, more);
        length += more;
    }

    private boolean ended() {
        number++;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        tooLong |= length > longest;
        if (number == 1 && startsWithMark()) {
            length -= BYTE_ORDER_MARK.length;
            System.arraycopy(line, BYTE_ORDER_MARK.length, line, 0, length);
        }
        return true;
    }

    private boolean startsWithMark() {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
