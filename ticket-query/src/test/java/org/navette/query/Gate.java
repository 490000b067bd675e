package org.navette.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a part, so that a test can take it away and bring it back under the same address. */
public final class Gate implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;
    private volatile boolean stalled;

    public Gate(String targetHost, int targetPort) {
        this.target = new InetSocketAddress(targetHost, targetPort);
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on connections are cut and refused. */
    public void shut() {
        open = false;
        sockets.forEach(Gate::closeQuietly);
        sockets.clear();
    }

    public void reopen() {
        stalled = false;
        open = true;
    }

    /** From now on connections stay, and what is sent over them is lost. */
    public void stall() {
        stalled = true;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (open) {
                    connect(client);
                } else {
                    client.close();
                }
            } catch (IOException e) {
                // The test closed us, or the part is not there.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket part = new Socket();
        sockets.add(client);
        sockets.add(part);
        part.connect(target, 2_000);
        if (!open) {
            // It was shut meanwhile, without knowing of these two.
            closeQuietly(client);
            closeQuietly(part);
        }
        start(() -> pump(client, part));
        start(() -> pump(part, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!stalled) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // Cut.
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        shut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
