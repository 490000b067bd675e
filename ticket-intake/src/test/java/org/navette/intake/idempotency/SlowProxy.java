package org.navette.intake.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server on this machine and holds its answers back for as long as it was told. */
final class SlowProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile long delayMillis;

    SlowProxy(int server) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        background(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void holdBack(Duration delay) {
        delayMillis = delay.toMillis();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = kept(listening.accept());
            Socket upstream = kept(new Socket(listening.getInetAddress(), server));
            background(() -> client.getInputStream().transferTo(upstream.getOutputStream()));
            background(() -> sendBack(upstream, client));
        }
    }

    private void sendBack(Socket upstream, Socket client) throws IOException, InterruptedException {
        byte[] some = new byte[8 * 1024];
        for (int read = upstream.getInputStream().read(some);
                read >= 0;
                read = upstream.getInputStream().read(some)) {
            Thread.sleep(delayMillis);
            client.getOutputStream().write(some, 0, read);
        }
    }

    private Socket kept(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void background(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException | InterruptedException ended) {
                        // With its connection.
                    }
                },
                "slow-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
