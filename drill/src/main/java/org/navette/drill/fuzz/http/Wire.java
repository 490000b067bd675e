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

    private final URI service;
    private @Nullable Socket socket;
    private @Nullable WireReader reader;

    public Wire(URI service) {
        this.service = service;
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
            send(request, ends);
            answer = reader.read(method);
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

    /** An answer may come before all is sent; what can't be sent any more is no failure. */
    private void send(byte[] request, boolean ends) throws IOException {
        var out = socket.getOutputStream();
        try {
            out.write(request);
            out.flush();
            if (ends) {
                socket.shutdownOutput();
            }
        } catch (SocketTimeoutException e) {
            throw e;
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
        socket.setSoTimeout((int) ANSWER_LIMIT.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()), CONNECT_MILLIS);
        reader = new WireReader(new BufferedInputStream(socket.getInputStream()));
    }

    @Override
    public void close() {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            // Gone either way.
            socket = null;
        }
        socket = null;
    }
}
