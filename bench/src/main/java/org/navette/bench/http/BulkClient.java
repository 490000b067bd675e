package org.navette.bench.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Streams lines to the bulk endpoint while it reads the answers, as the endpoint asks of its clients. */
public final class BulkClient {

    private static final int CHUNK = 1 << 16;
    private static final int SILENCE_LIMIT_MILLIS = 60_000;

    private BulkClient() {}

    /**
     * @param lines answers of any kind
     * @param accepted those that say 202
     * @param firstOther the first that says anything else; empty where there is none
     */
    public record BulkResult(int status, long lines, long accepted, String firstOther, long nanos) {

        public double rate() {
            return accepted * 1e9 / nanos;
        }
    }

    /** Sends {@code count} lines, the given ones in turn, by one request; returns when the answer is whole. */
    public static BulkResult send(URI address, List<byte[]> lines, long count) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SILENCE_LIMIT_MILLIS);
            var start = System.nanoTime();
            var out = new BufferedOutputStream(socket.getOutputStream(), CHUNK + 64);
            var writer = CompletableFuture.runAsync(() -> write(out, address, lines, count), work -> {
                var thread = new Thread(work, "bulk-writer");
                thread.setDaemon(true);
                thread.start();
            });
            var counter = new AnswerLines();
            var status = read(socket, counter);
            var nanos = System.nanoTime() - start;
            if (status == 200) {
                writer.join();
            }
            return new BulkResult(status, counter.lines(), counter.accepted(), counter.firstOther(), nanos);
        } catch (IOException | CompletionException e) {
            throw new IllegalStateException("bulk to " + address + " failed", e);
        }
    }

    private static void write(OutputStream out, URI address, List<byte[]> lines, long count) {
        try {
            out.write(("POST " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var chunk = ByteBuffer.allocate(CHUNK);
            for (var i = 0L; i < count; i++) {
                var line = lines.get((int) (i % lines.size()));
                if (chunk.remaining() < line.length + 1) {
                    flush(out, chunk);
                }
                chunk.put(line).put((byte) '\n');
            }
            flush(out, chunk);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flush(OutputStream out, ByteBuffer chunk) throws IOException {
        if (chunk.position() > 0) {
            out.write((Integer.toHexString(chunk.position()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(chunk.array(), 0, chunk.position());
            out.write('\r');
            out.write('\n');
            chunk.clear();
        }
    }

    private static int read(Socket socket, AnswerLines counter) throws IOException {
        var parser = new ResponseParser(counter);
        var in = socket.getInputStream();
        var buffer = new byte[CHUNK];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (parser.feed(ByteBuffer.wrap(buffer, 0, count))) {
                return parser.status();
            }
        }
        throw new IOException("the answer ended after " + counter.lines() + " lines");
    }
}
