package org.navette.intake.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Collects a body as it comes, up to its limit, and sends the request on with it, or with what went wrong. */
final class BodyCollector implements ReadListener, AsyncListener {

    private static final int READ_AT_ONCE = 8 * 1024;

    private final HttpServletRequest request;
    private final ServletInputStream in;
    private final AsyncContext later;
    private final int limit;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** The end of the body, an error and the time limit may come at the same moment. */
    private final AtomicBoolean sentOn = new AtomicBoolean();

    /** @param begun what was read of the body before */
    BodyCollector(HttpServletRequest request, AsyncContext later, byte[] begun, int limit) throws IOException {
        this.request = request;
        this.in = request.getInputStream();
        this.later = later;
        this.limit = limit;
        body.writeBytes(begun);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] some = new byte[READ_AT_ONCE];
        while (!sentOn.get() && in.isReady()) {
            int read = in.read(some);
            if (read < 0) {
                return;
            }
            body.write(some, 0, read);
            if (body.size() > limit) {
                sendOn(Problem.tooLarge(limit));
            }
        }
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
        // Nothing is held.
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The handler waits for the broker now, which is none of our business.
    }

    private void sendOn(Object outcome) {
        if (sentOn.compareAndSet(false, true)) {
            request.setAttribute(BoundedBody.COLLECTED, outcome);
            later.dispatch();
        }
    }
}
