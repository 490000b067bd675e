package org.navette.parts.mail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The mails in the browser and as JSON. */
final class MailWeb implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;

    private MailWeb(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static MailWeb start(MailStore store, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            var threads = Executors.newFixedThreadPool(8);
            server.createContext("/", new MailRoutes(store));
            server.setExecutor(threads);
            server.start();
            return new MailWeb(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("can't listen on port " + port, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
