package org.navette.drill.overload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request after the other over a connection that is kept. */
final class LoadConnection {

    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private @Nullable ByteBuffer out;
    private long sentAt;
    private boolean connected;

    /** @param status of HTTP */
    record Response(int status, boolean retryAfter, boolean closes, long sentAt, long nanos) {}

    LoadConnection(Selector selector, URI target) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getPort()));
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** @return whether it is made and free for a request from now on */
    boolean finishConnecting() throws IOException {
        if (!connected && channel.finishConnect()) {
            connected = true;
            key.interestOps(SelectionKey.OP_READ);
            return true;
        }
        return false;
    }

    boolean isConnected() {
        return connected;
    }

    boolean isBusy() {
        return out != null;
    }

    void send(ByteBuffer request, long now) throws IOException {
        out = request;
        sentAt = now;
        in.clear();
        write();
    }

    void write() throws IOException {
        if (out != null) {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    /**
     * @return null where the answer is not whole yet
     * @throws IOException where the other side closed
     */
    @Nullable
    Response read() throws IOException {
        if (channel.read(in) < 0 || !in.hasRemaining()) {
            throw new IOException("closed, or an answer that is too long");
        }
        var head = out == null ? null : AnswerHead.of(in.array(), in.position());
        if (head == null || !isWhole(head)) {
            return null;
        }
        out = null;
        return new Response(head.status(), head.retryAfter(), head.closes(), sentAt, System.nanoTime() - sentAt);
    }

    private boolean isWhole(AnswerHead head) {
        return head.length() == AnswerHead.IN_CHUNKS
                ? new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1).endsWith(LAST_CHUNK)
                : in.position() >= head.bodyAt() + head.length();
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
