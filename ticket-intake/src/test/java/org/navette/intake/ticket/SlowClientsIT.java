package org.navette.intake.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.intake.Api;
import org.navette.intake.RunningIntake;
import org.navette.intake.SubmissionMother;

class SlowClientsIT {

    private static final byte[] BODY = SubmissionMother.technical().toString().getBytes(UTF_8);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int THREADS = PROCESSORS + 2;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    private static RunningIntake intake;
    private static Api api;

    private final List<Socket> clients = new ArrayList<>();

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(
                "server.tomcat.threads.max=" + THREADS,
                "server.tomcat.connection-timeout=" + CONNECTION_TIMEOUT.toSeconds() + "s",
                "navette.intake.body-timeout=10s");
        api = intake.ready();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/tickets;x=1", "/api/%74ickets"})
    void slowClientsTakeNoThreadHoweverTheyWriteTheAddress(String address) throws IOException {
        for (int i = 0; i < 5 * THREADS; i++) {
            begin(address, "Application/JSON;charset=UTF-8");
        }

        assertThat(api.post("/api/tickets", new String(BODY, UTF_8)).status()).isEqualTo(202);
        for (Socket client : clients) {
            client.getOutputStream().write(BODY, 10, BODY.length - 10);
            client.shutdownOutput();
            assertThat(answer(client)).startsWith("HTTP/1.1 202");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/tickets, application/json", "/api/reference-data/organisations, text/csv"})
    void aBodyThatDoesNotComeIsGivenUp(String address, String type) throws IOException {
        Socket client = begin(address, type);

        assertThat(answer(client)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
    }

    @ParameterizedTest
    @CsvSource({"/api/tickets, application/json", "/api/reference-data/organisations, text/csv"})
    void aBodyThatIsCutInTheMiddleIsIncomplete(String address, String type) throws IOException {
        Socket client = open(address, type, "Transfer-Encoding: chunked");
        client.getOutputStream().write("5\r\n{\"cat\r\nnonsense\r\n".getBytes(UTF_8));

        assertThat(answer(client)).startsWith("HTTP/1.1 400").contains("\"code\":\"body-incomplete\"");
    }

    /** Tomcat answers this one before any of our filters sees it, and then waits for its body with the thread. */
    @Test
    void clientsThatAThreadWaitsForKeepNoneOfTheOthersFromWorking() throws IOException {
        for (int i = 0; i < PROCESSORS; i++) {
            Socket client = connect();
            client.getOutputStream()
                    .write("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n".getBytes(UTF_8));
        }

        for (int i = 0; i < 10; i++) {
            assertThat(CompletableFuture.supplyAsync(() -> api.post("/api/tickets", new String(BODY, UTF_8))))
                    .succeedsWithin(CONNECTION_TIMEOUT.dividedBy(2))
                    .returns(202, Api.Answer::status);
        }
    }

    @Test
    void aFormIsRefusedBeforeItIsRead() throws IOException {
        Socket client = open("/api/tickets", "multipart/form-data; boundary=x", "Content-Length: 5000000");

        assertThat(answer(client)).startsWith("HTTP/1.1 415").contains("\"code\":\"unsupported-media-type\"");
    }

    @Test
    void aClientThatGoesAwayInTheMiddleIsForgotten() throws IOException {
        Socket client = begin("/api/tickets", "application/json");
        client.shutdownOutput();

        assertThat(answer(client)).isEmpty();
    }

    /** Sends a few bytes of the body. */
    private Socket begin(String address, String type) throws IOException {
        Socket client = open(address, type, "Content-Length: " + BODY.length);
        client.getOutputStream().write(BODY, 0, 10);
        return client;
    }

    private Socket open(String address, String type, String length) throws IOException {
        Socket client = connect();
        String head = "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\n" + length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(UTF_8));
        return client;
    }

    private Socket connect() throws IOException {
        Socket client = new Socket("127.0.0.1", intake.port());
        clients.add(client);
        client.setSoTimeout(30_000);
        return client;
    }

    private static String answer(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), UTF_8);
    }
}
