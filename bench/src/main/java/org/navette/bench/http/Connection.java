package org.navette.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection with at most one request on its way; connects again where the server has closed it. */
final class Connection {

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer body;
    private ResponseParser parser;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer unwritten;
    private boolean connected;
    private boolean waiting;
    private long due;

    Connection(InetSocketAddress address, Selector selector, int bodyLimit) {
        this.address = address;
        this.selector = selector;
        this.body = ByteBuffer.allocate(bodyLimit);
        this.parser = newParser();
    }

    private ResponseParser newParser() {
        return new ResponseParser(body.capacity() > 0 ? this::keep : BodySink.NOWHERE);
    }

    void connect() throws IOException {
        // The old one may stand in the midst of an answer that never ended.
        parser = newParser();
        var opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        connected = opened.connect(address);
        key = opened.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    void finishConnect() throws IOException {
        if (open().finishConnect()) {
            connected = true;
            openKey().interestOps(SelectionKey.OP_READ);
        }
    }

    void send(byte[] request, long dueNanos) throws IOException {
        due = dueNanos;
        waiting = true;
        body.clear();
        unwritten = ByteBuffer.wrap(request);
        write();
    }

    void write() throws IOException {
        var rest = unwritten;
        if (rest == null) {
            return;
        }
        open().write(rest);
        if (rest.hasRemaining()) {
            openKey().interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } else {
            unwritten = null;
            if (openKey().interestOps() != SelectionKey.OP_READ) {
                openKey().interestOps(SelectionKey.OP_READ);
            }
        }
    }

    /** @return whether the answer to the request is whole; then the connection is free again */
    boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        var count = open().read(buffer);
        if (count < 0) {
            throw new IOException("closed by the server");
        }
        if (waiting && parser.feed(buffer.flip())) {
            waiting = false;
            body.flip();
            return true;
        }
        return false;
    }

    private void keep(ByteBuffer piece) {
        piece.limit(Math.min(piece.limit(), piece.position() + body.remaining()));
        body.put(piece);
    }

    boolean isFree() {
        return connected && !waiting;
    }

    boolean isWaiting() {
        return waiting;
    }

    boolean isOpen() {
        return channel != null;
    }

    /** Whether the server said that it closes. */
    boolean closes() {
        return parser.closes();
    }

    int status() {
        return parser.status();
    }

    long due() {
        return due;
    }

    ByteBuffer body() {
        return body;
    }

    void close() {
        connected = false;
        waiting = false;
        unwritten = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone all the same.
            }
            channel = null;
        }
    }

    private SocketChannel open() throws IOException {
        if (channel == null) {
            throw new IOException("not connected");
        }
        return channel;
    }

    private SelectionKey openKey() throws IOException {
        if (key == null) {
            throw new IOException("not connected");
        }
        return key;
    }
}
