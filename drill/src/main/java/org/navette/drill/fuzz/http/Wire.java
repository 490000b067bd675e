package org.navette.drill.fuzz.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.http.WireAnswer.Failure;

/**
 * One client of a service, which sends bytes as they are: no HTTP library would send what is tested here. Keeps its
 * connection as long as that makes sense. For one thread.
 */
public final class Wire implements AutoCloseable {

    /** Beyond every wait that a service grants: 10 s for a verdict, 10 s for a body that does not come. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private static final int CONNECT_MILLIS = 10_000;

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "answer-limit");
        thread.setDaemon(true);
        return thread;
    });

    private final URI service;
    private final Duration limit;
    private @Nullable Socket socket;
    private @Nullable WireReader reader;

    public Wire(URI service) {
        this(service, ANSWER_LIMIT);
    }

    /** @param limit for a request and all of its answer */
    Wire(URI service, Duration limit) {
        this.service = service;
        this.limit = limit;
    }

    public String authority() {
        return service.getAuthority();
    }

    /** @param ends whether nothing is sent after it */
    public WireAnswer exchange(byte[] request, String method, boolean ends) {
        var isFresh = socket == null;
        var answer = exchangeOnce(request, method, ends);
        // A kept connection may have been closed before the request reached the other side.
        return answer.failure() == Failure.CLOSED && !isFresh && !ends ? exchangeOnce(request, method, ends) : answer;
    }

    private WireAnswer exchangeOnce(byte[] request, String method, boolean ends) {
        WireAnswer answer;
        try {
            connect();
            answer = withinLimit(request, method, ends);
        } catch (SocketTimeoutException e) {
            answer = WireAnswer.none(Failure.TIMEOUT);
        } catch (ProtocolException | NumberFormatException e) {
            answer = WireAnswer.none(Failure.GARBAGE);
        } catch (IOException e) {
            answer = WireAnswer.none(Failure.CLOSED);
        }
        if (ends || answer.failure() != null || answer.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    /** A time-out of the socket's own would begin anew with every byte that comes, and there is none for what is sent. */
    private WireAnswer withinLimit(byte[] request, String method, boolean ends) throws IOException {
        var exchange = socket;
        var overdue = new AtomicBoolean();
        var end = TIMER.schedule(
                () -> {
                    overdue.set(true);
                    close(exchange);
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            send(request, ends);
            return reader.read(method);
        } catch (IOException e) {
            if (overdue.get()) {
                throw new SocketTimeoutException(e.getMessage());
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    /** An answer may come before all is sent; what can't be sent any more is no failure. */
    private void send(byte[] request, boolean ends) throws IOException {
        var out = socket.getOutputStream();
        try {
            out.write(request);
            out.flush();
            if (ends) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // Whether there is an answer shows when it is read.
            return;
        }
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()), CONNECT_MILLIS);
        reader = new WireReader(new BufferedInputStream(socket.getInputStream()));
    }

    @Override
    public void close() {
        if (socket != null) {
            close(socket);
            socket = null;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Gone either way.
            return;
        }
    }
}
