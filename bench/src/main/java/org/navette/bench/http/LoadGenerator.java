package org.navette.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests over keep-alive connections, all from the calling thread: it shares the processors with what it
 * measures, so that a thread a connection would cost more than the answers.
 *
 * <p>A connection bears one request at a time. What is due while none is free waits, and its waiting counts.
 */
public final class LoadGenerator implements AutoCloseable {

    private static final long MILLI = 1_000_000;
    private static final long SHORT_PAUSE = 100_000;
    private static final long RECONNECT_INTERVAL = 10 * MILLI;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BUFFER = 1 << 16;

    private final Selector selector;
    private final Answers answers;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Connection> connections = new ArrayList<>();
    private final Queue<Connection> free = new ArrayDeque<>();
    private long start;
    private long lastReconnect;
    private Tally tally = new Tally(0, Pace.closed(Duration.ZERO));

    private LoadGenerator(Selector selector, Answers answers) {
        this.selector = selector;
        this.answers = answers;
    }

    /** To the host and port of the address; answers' bodies are thrown away. */
    public static LoadGenerator to(URI address, int connections) {
        return to(address, connections, 0, Answers.IGNORED);
    }

    /** @param bodyLimit how many bytes of an answer's body are kept for {@code answers} */
    public static LoadGenerator to(URI address, int connections, int bodyLimit, Answers answers) {
        try {
            var generator = new LoadGenerator(Selector.open(), answers);
            var target = new InetSocketAddress(address.getHost(), address.getPort());
            for (var i = 0; i < connections; i++) {
                generator.connections.add(new Connection(target, generator.selector, bodyLimit));
            }
            return generator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the schedule to its end and waits for what is still on its way, at most 10 s.
     *
     * @param warmUp from the start; what falls due in it is sent but not counted
     */
    public LoadResult run(Requests requests, Pace pace, Duration warmUp) {
        tally = new Tally(warmUp.toNanos(), pace);
        reconnect(connections);
        answers.started(System.currentTimeMillis());
        start = System.nanoTime();
        try {
            var index = 0L;
            var now = 0L;
            while (now < pace.lengthNanos() + PATIENCE.toNanos()) {
                index = sendWhatIsDue(requests, pace, index);
                now = now();
                if (pace.ended(index, now) && connections.stream().noneMatch(Connection::isWaiting)) {
                    break;
                }
                await(pace, index, now);
                reconnectSometimes(now);
            }
            giveUp(pace, index, now);
            return tally.result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long sendWhatIsDue(Requests requests, Pace pace, long first) {
        var index = first;
        for (var now = now(); !free.isEmpty() && !pace.ended(index, now) && pace.due(index, now) <= now; now = now()) {
            var connection = free.remove();
            if (!connection.isFree()) {
                continue;
            }
            var due = pace.due(index, now);
            try {
                connection.send(requests.at(index), due);
            } catch (IOException e) {
                tally.failed(due);
                connection.close();
            }
            index++;
        }
        return index;
    }

    private void await(Pace pace, long index, long now) throws IOException {
        var pause = free.isEmpty() || pace.ended(index, now) ? RECONNECT_INTERVAL : pace.due(index, now) - now;
        if (pause >= MILLI) {
            selector.select(this::ready, pause / MILLI);
        } else if (selector.selectNow(this::ready) == 0 && pause > 0) {
            // The selector knows whole milliseconds only, which is long beside an answer's time.
            LockSupport.parkNanos(Math.min(pause, SHORT_PAUSE));
        }
    }

    private void ready(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            if (key.isConnectable()) {
                connection.finishConnect();
                free.add(connection);
            }
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable() && connection.read(buffer)) {
                answered(connection);
            }
        } catch (IOException | IllegalStateException e) {
            if (connection.isWaiting()) {
                tally.failed(connection.due());
            }
            connection.close();
        }
    }

    private void answered(Connection connection) {
        tally.answered(connection.due(), now(), connection.status());
        answers.answered(connection.due(), connection.status(), connection.body());
        if (connection.closes()) {
            connection.close();
            reconnect(List.of(connection));
        } else {
            free.add(connection);
        }
    }

    private void reconnectSometimes(long now) {
        if (now - lastReconnect > RECONNECT_INTERVAL) {
            lastReconnect = now;
            reconnect(connections);
        }
    }

    private void reconnect(List<Connection> candidates) {
        for (var connection : candidates) {
            if (connection.isOpen()) {
                continue;
            }
            try {
                connection.connect();
                if (connection.isFree()) {
                    free.add(connection);
                }
            } catch (IOException e) {
                // Tried again a little later; meanwhile what is due waits.
                connection.close();
            }
        }
    }

    private void giveUp(Pace pace, long index, long now) {
        connections.stream().filter(Connection::isWaiting).forEach(connection -> {
            tally.failed(connection.due());
            connection.close();
        });
        for (var i = index; !pace.ended(i, now); i++) {
            tally.unsent(pace.due(i, now));
        }
    }

    private long now() {
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
