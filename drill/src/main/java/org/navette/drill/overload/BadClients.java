package org.navette.drill.overload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that take long and give little. They are gone when closed. */
final class BadClients implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int MOST_REFUSED = 5;

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private int wanted;
    private int refused;

    private BadClients() {}

    /** Connections without a request. */
    static BadClients idle(URI target, int count) {
        var clients = new BadClients();
        clients.connect(target, count, "");
        return clients;
    }

    /** Each sends a byte of its body a second. */
    static BadClients slow(URI target, int count) {
        return slow(target, count, "application/json");
    }

    /** Each sends a byte a second of a body that is of no use, whatever comes. */
    static BadClients slowAndUnwanted(URI target, int count) {
        return slow(target, count, "text/plain");
    }

    private static BadClients slow(URI target, int count, String type) {
        var clients = new BadClients();
        var head = "POST /api/tickets HTTP/1.1\r\nHost: " + target.getAuthority() + "\r\nContent-Type: " + type
                + "\r\nContent-Length: 1000\r\n\r\n{";
        clients.connect(target, count, head);
        clients.repeat(1_000, sending(" "));
        return clients;
    }

    /** Each asks for a long page, so often that no buffer holds the answers, and reads a byte of them a second. */
    static BadClients slowReaders(URI target, int count) {
        var clients = new BadClients();
        var request = "GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: " + target.getAuthority() + "\r\n\r\n";
        clients.connect(target, count, request.repeat(20));
        clients.repeat(1_000, socket -> socket.getInputStream()
                .skipNBytes(Math.min(1, socket.getInputStream().available())));
        return clients;
    }

    /** Bulk uploads that stop in the middle of their second line. */
    static BadClients stuckUploads(URI target, int count, String line) {
        var clients = new BadClients();
        clients.connect(target, count, bulkHead(target) + chunk(line + "\n" + line.substring(0, line.length() / 2)));
        return clients;
    }

    /** Bulk uploads that send five lines a second for ever. */
    static BadClients endlessUploads(URI target, int count, String line) {
        var clients = new BadClients();
        clients.connect(target, count, bulkHead(target));
        clients.repeat(200, sending(chunk(line + "\n")));
        return clients;
    }

    private static String bulkHead(URI target) {
        return "POST /api/tickets/bulk HTTP/1.1\r\nHost: " + target.getAuthority()
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
    }

    private void connect(URI target, int count, String text) {
        wanted = count;
        for (var i = 0; i < count; i++) {
            var socket = new Socket();
            try {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getPort()), CONNECT_MILLIS);
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                sockets.add(socket);
            } catch (IOException e) {
                refused++;
                close(socket);
                if (refused == MOST_REFUSED) {
                    // No more room there: each further one would take its whole time limit.
                    return;
                }
            }
        }
    }

    /** What a client does again and again. */
    private interface Habit {
        void act(Socket socket) throws IOException;
    }

    private static Habit sending(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return socket -> {
            drain(socket);
            socket.getOutputStream().write(bytes);
        };
    }

    private void repeat(long millis, Habit habit) {
        timer.scheduleAtFixedRate(
                () -> sockets.forEach(socket -> {
                    try {
                        habit.act(socket);
                    } catch (IOException e) {
                        // Turned away, as it should be.
                        close(socket);
                    }
                }),
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private static void drain(Socket socket) throws IOException {
        var in = socket.getInputStream();
        in.skipNBytes(in.available());
    }

    /** Connections that were made. */
    int connected() {
        return sockets.size();
    }

    boolean allConnected() {
        return sockets.size() == wanted;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        sockets.forEach(BadClients::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
