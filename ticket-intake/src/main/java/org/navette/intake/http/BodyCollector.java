package org.navette.intake.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.navette.intake.publish.InFlight;

/**
 * Collects a body as it comes, up to its limit, and sends the request on with it, or with what went wrong. Where that shows
 * before the body's end, the rest is read all the same, 1 MB at most, and kept nowhere: a client that is still sending would
 * not see its answer otherwise.
 */
final class BodyCollector implements ReadListener, AsyncListener {

    private static final int READ_AT_ONCE = 8 * 1024;

    private final HttpServletRequest request;
    private final ServletInputStream in;
    private final AsyncContext later;
    private final Limits limits;
    private ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int held;
    private int readInVain;
    private @Nullable Problem problem;

    /** The end of the body, an error and the time limit may come at the same moment. */
    private final AtomicBoolean sentOn = new AtomicBoolean();

    /**
     * @param length of a body, in bytes
     * @param collected bytes of all bodies that are being collected
     * @param retryAfter where those are too many
     */
    record Limits(int length, InFlight collected, Duration retryAfter) {}

    /** @param begun what was read of the body before */
    BodyCollector(HttpServletRequest request, AsyncContext later, byte[] begun, Limits limits) throws IOException {
        this.request = request;
        this.in = request.getInputStream();
        this.later = later;
        this.limits = limits;
        take(begun, begun.length);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] some = new byte[READ_AT_ONCE];
        while (!sentOn.get() && in.isReady()) {
            int read = in.read(some);
            if (read < 0) {
                return;
            }
            take(some, read);
        }
    }

    private void take(byte[] some, int length) {
        if (problem == null) {
            problem = keep(some, length);
        }
        if (problem != null) {
            release();
            readInVain += length;
            if (readInVain > UnwantedBodies.MOST_BYTES) {
                sendOn(problem);
            }
        }
    }

    private @Nullable Problem keep(byte[] some, int length) {
        if (body.size() + length > limits.length()) {
            return Problem.tooLarge(limits.length());
        }
        if (!limits.collected().tryEnter(length)) {
            return Problem.overloaded(limits.retryAfter());
        }
        held += length;
        body.write(some, 0, length);
        return null;
    }

    private void release() {
        body = new ByteArrayOutputStream();
        limits.collected().leave(held);
        held = 0;
    }

    @Override
    public void onAllDataRead() {
        sendOn(new BoundedBody(body.toByteArray()));
    }

    @Override
    public void onError(Throwable error) {
        sendOn(Problem.unreadable(error));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Hundreds may end in the same moment; whoever is behind them would wait for all those answers.
        RequestThreads.letOthersWork();
        sendOn(Problem.of(408, "body-too-slow"));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The handler has taken what it needs, and waits for the broker now.
        release();
    }

    /** @param outcome unless there was a problem before */
    private void sendOn(Object outcome) {
        if (sentOn.compareAndSet(false, true)) {
            request.setAttribute(BoundedBody.COLLECTED, problem == null ? outcome : problem);
            later.dispatch();
        }
    }
}
