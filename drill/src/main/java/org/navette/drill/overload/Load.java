package org.navette.drill.overload;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests when they are due, whether the ones before were answered or not, for some seconds after some more whose
 * times don't count. In the caller's thread.
 */
final class Load {

    private static final long GRACE_NANOS = 12_000_000_000L;

    /** In which most connections are used for the first time, which takes the server longer than any later use. */
    static final int LEAD_IN_SECONDS = 2;

    private final URI target;
    private final List<byte[]> requests;
    private final LoadOutcome outcome = new LoadOutcome();
    /** In turn: one that waits for long is closed by the server, perhaps in the moment in which it is used. */
    private final Queue<LoadConnection> idle = new ArrayDeque<>();

    private final Set<LoadConnection> all = new HashSet<>();
    private int next;

    private Load(URI target, List<byte[]> requests) {
        this.target = target;
        this.requests = requests;
    }

    /** As bytes on the wire. */
    static byte[] request(URI target, byte[] body) {
        var head = "POST /api/tickets HTTP/1.1\r\nHost: " + target.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Each connection sends its next request as soon as it has its answer. */
    static LoadOutcome asFastAsItGoes(URI target, List<byte[]> requests, int connections, double seconds)
            throws IOException {
        return new Load(target, requests).run(connections, seconds, Double.POSITIVE_INFINITY);
    }

    /** @param rate requests a second; one that finds no free connection is not sent */
    static LoadOutcome atRate(URI target, List<byte[]> requests, int connections, double seconds, double rate)
            throws IOException {
        return new Load(target, requests).run(connections, seconds, rate);
    }

    private LoadOutcome run(int connections, double seconds, double rate) throws IOException {
        try (var selector = Selector.open()) {
            for (var i = 0; i < connections; i++) {
                all.add(new LoadConnection(selector, target));
            }
            awaitConnections(selector);
            var start = System.nanoTime();
            var counts = start + TimeUnit.SECONDS.toNanos(LEAD_IN_SECONDS);
            outcome.timesCountFrom(counts);
            var end = counts + (long) (seconds * 1e9);
            var due = 0L;
            var now = start;
            while (now < end) {
                var wanted = (long) Math.min(Long.MAX_VALUE, (now - start) * 1e-9 * rate);
                due = Double.isInfinite(rate) ? sendToAll(now) : sendDue(due, wanted, now);
                turn(selector);
                now = System.nanoTime();
            }
            while (all.stream().anyMatch(LoadConnection::isBusy) && System.nanoTime() - end < GRACE_NANOS) {
                turn(selector);
            }
            all.stream().filter(LoadConnection::isBusy).forEach(late -> outcome.broken());
            all.forEach(LoadConnection::close);
        }
        return outcome.during(seconds);
    }

    /** That thousands connect at once is not what is measured. */
    private void awaitConnections(Selector selector) throws IOException {
        var end = System.nanoTime() + GRACE_NANOS;
        while (!all.stream().allMatch(LoadConnection::isConnected) && System.nanoTime() < end) {
            turn(selector);
        }
    }

    private long sendToAll(long now) {
        while (!idle.isEmpty()) {
            send(idle.remove(), now);
        }
        return 0;
    }

    private long sendDue(long done, long wanted, long now) {
        for (var one = done; one < wanted; one++) {
            if (idle.isEmpty()) {
                outcome.unsent();
            } else {
                send(idle.remove(), now);
            }
        }
        return wanted;
    }

    private void send(LoadConnection connection, long now) {
        next = (next + 1) % requests.size();
        try {
            connection.send(ByteBuffer.wrap(requests.get(next)), now);
        } catch (IOException e) {
            outcome.broken();
            connection.close();
            all.remove(connection);
        }
    }

    private void turn(Selector selector) throws IOException {
        selector.select(1);
        for (var key : selector.selectedKeys()) {
            if (key.isValid()) {
                turn(selector, key, (LoadConnection) key.attachment());
            }
        }
        selector.selectedKeys().clear();
    }

    private void turn(Selector selector, SelectionKey key, LoadConnection connection) throws IOException {
        try {
            if (key.isConnectable() && connection.finishConnecting()) {
                idle.add(connection);
                return;
            }
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable()) {
                read(selector, connection);
            }
        } catch (IOException e) {
            // A server may close a connection that waits for a request.
            if (connection.isBusy() || !connection.isConnected()) {
                outcome.broken();
            }
            replace(selector, connection);
        }
    }

    private void read(Selector selector, LoadConnection connection) throws IOException {
        var response = connection.read();
        if (response == null) {
            return;
        }
        outcome.answered(response.status(), response.retryAfter(), response.sentAt(), response.nanos());
        if (response.closes()) {
            replace(selector, connection);
        } else {
            idle.add(connection);
        }
    }

    private void replace(Selector selector, LoadConnection connection) throws IOException {
        connection.close();
        idle.remove(connection);
        all.remove(connection);
        all.add(new LoadConnection(selector, target));
    }
}
