package org.navette.bench.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * What a request costs on the side that sends it, in processor time, by this generator and by the JDK's client. Run by
 * hand.
 */
public final class GeneratorCost {

    private static final int CONNECTIONS = 64;
    private static final byte[] BODY = new byte[1000];
    private static final byte[] ANSWER = "{\"number\":\"0123456789ABCDEF\",\"status\":\"accepted\"}".getBytes();

    private GeneratorCost() {}

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        try (var server = new CountedServer()) {
            for (var round = 0; round < 2; round++) {
                measure("this generator", server, () -> own(server.url(), seconds));
                measure("the JDK's client", server, () -> jdk(server.url(), seconds));
            }
        }
        System.exit(0);
    }

    private interface Load {
        long requests() throws Exception;
    }

    private static void measure(String name, CountedServer server, Load load) throws Exception {
        var process = processCpu();
        var serving = server.cpu();
        var requests = load.requests();
        var spent = processCpu() - process - (server.cpu() - serving);
        System.out.printf("%s: %d requests, %.1f µs of processor time each%n", name, requests, spent / 1e3 / requests);
    }

    private static long own(URI url, int seconds) {
        try (var generator = LoadGenerator.to(url, CONNECTIONS)) {
            return generator
                    .run(Requests.posts(url, List.of(BODY)), Pace.closed(Duration.ofSeconds(seconds)), Duration.ZERO)
                    .latencies()
                    .getTotalCount();
        }
    }

    private static long jdk(URI url, int seconds) throws InterruptedException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(url)
                .POST(HttpRequest.BodyPublishers.ofByteArray(BODY))
                .build();
        var slots = new Semaphore(CONNECTIONS);
        var count = 0L;
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            slots.acquire();
            CompletableFuture<HttpResponse<Void>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
            answer.whenComplete((response, error) -> slots.release());
            count++;
        }
        slots.acquire(CONNECTIONS);
        return count;
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The JDK's server on its one dispatching thread, whose processor time is known. */
    private static final class CountedServer implements AutoCloseable {

        private final HttpServer server;
        private volatile long dispatcher;

        CountedServer() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                dispatcher = Thread.currentThread().getId();
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(202, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
                exchange.close();
            });
            server.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        long cpu() {
            return dispatcher == 0 ? 0 : ManagementFactory.getThreadMXBean().getThreadCpuTime(dispatcher);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
