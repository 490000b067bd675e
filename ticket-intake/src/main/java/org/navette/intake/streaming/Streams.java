package org.navette.intake.streaming;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.navette.intake.IntakeProperties;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.publish.InFlight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads a request line by line while another thread answers it line by line, in the same order. So a client may wait for
 * each answer before its next line as well as send as fast as it can; but it must read while it sends: the answers are kept
 * nowhere, and where they pile up, reading stops.
 */
@Component
public class Streams implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final IntakeProperties.Bulk limits;
    private final Duration retryAfter;
    private final InFlight requests;
    private final ExecutorService answering;
    private volatile boolean stopping;

    Streams(IntakeProperties properties) {
        this.limits = properties.bulk();
        this.retryAfter = properties.retryAfter();
        this.requests = new InFlight(limits.maxConcurrent());
        this.answering = Executors.newFixedThreadPool(limits.maxConcurrent(), runnable -> {
            Thread thread = new Thread(runnable, "answers");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Makes the handler of a request, which may read a first line itself. */
    @FunctionalInterface
    public interface HandlerSource {
        LineHandler handler(LineReader lines) throws IOException;
    }

    /**
     * @throws ProblemException before anything was answered: too many such requests, a first line that is wrong or does not
     *     come, or a service that stops
     */
    public void stream(HttpServletRequest request, HttpServletResponse response, HandlerSource source)
            throws IOException {
        if (stopping) {
            throw new ProblemException(stopping().retryable(retryAfter));
        }
        if (!requests.tryEnter()) {
            // The body was not read and may have no end: with this status its connection ends.
            throw new ProblemException(Problem.of(503, "overloaded").retryable(retryAfter));
        }
        try {
            LineReader lines = new LineReader(
                    request.getInputStream(), (int) limits.maxLine().toBytes(), limits.lineTimeout(), () -> !stopping);
            LineHandler handler = handler(source, lines);
            response.setContentType("application/x-ndjson");
            // At once: many clients begin to read only when they have seen the head of the answer.
            response.flushBuffer();
            Window window =
                    new Window(limits.window(), (int) limits.windowBytes().toBytes());
            Answerer answerer = new Answerer(window, response.getOutputStream());
            Future<?> answered = answering.submit(answerer);
            try {
                read(lines, handler, window);
            } finally {
                // The answer must not be written to once the container has it back.
                answered.get();
            }
            if (answerer.allAnswered()) {
                end(response, handler.end());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            requests.leave();
        }
    }

    private LineHandler handler(HandlerSource source, LineReader lines) {
        try {
            return source.handler(lines);
        } catch (IOException e) {
            throw new ProblemException(stopping ? stopping().retryable(retryAfter) : Problem.unreadable(e));
        }
    }

    private void read(LineReader lines, LineHandler handler, Window window) throws InterruptedException {
        try {
            while (lines.next()) {
                if (stopping) {
                    window.put(handler.refused(lines.number(), stopping()), 0);
                    return;
                }
                int bytes = Math.min(lines.length(), (int) limits.maxLine().toBytes()) + 1;
                if (!window.waitForRoom(bytes)) {
                    return;
                }
                window.put(taken(lines, handler), bytes);
            }
        } catch (IOException e) {
            LOG.debug("A client paused or went away at line {}", lines.number());
            window.put(handler.refused(lines.number() + 1, stopping ? stopping() : Problem.unreadable(e)), 0);
        } catch (RuntimeException e) {
            LOG.error("A line could not be taken for a reason that nobody thought of", e);
            window.put(handler.refused(lines.number(), Problem.of(500, "internal")), 0);
        } finally {
            window.putEnd();
        }
    }

    private static Problem stopping() {
        return Problem.of(503, "stopping");
    }

    private Line taken(LineReader lines, LineHandler handler) {
        if (lines.isTooLong()) {
            return handler.refused(lines.number(), lines.tooLong());
        }
        return handler.take(lines.number(), lines.line(), lines.length());
    }

    private static void end(HttpServletResponse response, byte @Nullable [] end) throws IOException {
        if (end != null) {
            response.getOutputStream().write(end);
        }
        response.getOutputStream().flush();
    }

    /** What was read is answered; of a request that goes on for hours nothing more is read. */
    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public void start() {
        stopping = false;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /** Before the web server waits for the requests under way. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    @Override
    public void destroy() {
        answering.shutdownNow();
    }
}
