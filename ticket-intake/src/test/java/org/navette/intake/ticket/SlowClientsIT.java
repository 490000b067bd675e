package org.navette.intake.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
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
                "navette.intake.body-timeout=10s",
                "navette.intake.max-collected=1MB");
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

    /** Nobody is answered before the body is here; a client that reads a {@code 200} believes that its ticket is, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/tickets", "/API/tickets", "/navette/api/tickets"})
    void aBodyThatComesLaterToAWrongAddressIsRefused(String address) throws IOException {
        Socket client = begin(address, "application/json");
        // By then the head of the other is read, too.
        assertThat(api.post("/api/tickets", new String(BODY, UTF_8)).status()).isEqualTo(202);
        client.getOutputStream().write(BODY, 10, BODY.length - 10);

        assertThat(answer(client)).startsWith("HTTP/1.1 404").contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @CsvSource({"/api/tickets, application/json", "/api/reference-data/organisations, text/csv"})
    void aBodyThatIsCutInTheMiddleIsIncomplete(String address, String type) throws IOException {
        Socket client = open(address, type, "Transfer-Encoding: chunked");
        client.getOutputStream().write("5\r\n{\"cat\r\nnonsense\r\n".getBytes(UTF_8));

        assertThat(answer(client)).startsWith("HTTP/1.1 400").contains("\"code\":\"body-incomplete\"");
    }

    /** The first is answered by Tomcat itself, before any of our filters sees it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS * HTTP/1.1\r\nContent-Length: 900000\r\n",
                "GET /api/catalogue HTTP/1.1\r\nContent-Length: 900000\r\n",
                "POST /api/tickets HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 900000\r\n",
                "POST /api/tickets HTTP/1.1\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n",
                "POST /api/tickets HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n"
            })
    void clientsWhoseBodiesNobodyWantsKeepNoneOfTheOthersFromWorking(String head) throws IOException {
        for (int i = 0; i < 5 * THREADS; i++) {
            Socket client = connect();
            client.getOutputStream().write((head + "Host: localhost\r\n\r\n").getBytes(UTF_8));
        }

        assertSubmissionsAreAnswered();
    }

    private static void assertSubmissionsAreAnswered() {
        for (int i = 0; i < 10; i++) {
            assertThat(CompletableFuture.supplyAsync(() -> api.post("/api/tickets", new String(BODY, UTF_8))))
                    .succeedsWithin(CONNECTION_TIMEOUT.dividedBy(2))
                    .returns(202, Api.Answer::status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui/swagger-ui-bundle.js", "/swagger-ui/swagger-ui-bundle.js;x=1"})
    void clientsThatDoNotReadKeepNoneOfTheOthersFromWorking(String address) throws IOException {
        // More than the buffers of both sides hold.
        String requests = ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(5);
        for (int i = 0; i < 5 * THREADS; i++) {
            Socket client = new Socket();
            clients.add(client);
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress("127.0.0.1", intake.port()));
            client.getOutputStream().write(requests.getBytes(UTF_8));
        }

        assertSubmissionsAreAnswered();
    }

    /** Only a few are waited for at a time, and a thread may still wait for one of another test. */
    @Test
    void aClientThatSendsWhatNobodyWantsGetsItsAnswerAndMayGoOn() {
        await().atMost(CONNECTION_TIMEOUT.multipliedBy(3)).untilAsserted(this::sendWhatNobodyWantsAndGoOn);
    }

    private void sendWhatNobodyWantsAndGoOn() throws IOException {
        byte[] piece = "x".repeat(100_000).getBytes(UTF_8);
        Socket client = connect();
        String head = "POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                + 9 * piece.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(UTF_8));
        assertThat(client.getInputStream().readNBytes("HTTP/1.1 415".length()))
                .asString(UTF_8)
                .isEqualTo("HTTP/1.1 415");
        for (int i = 0; i < 9; i++) {
            client.getOutputStream().write(piece);
        }
        String next = "GET /api/catalogue HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(next.getBytes(UTF_8));

        assertThat(answer(client)).contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "100000000, 1000000"})
    void anUnwantedBodyThatTakesTooLongOrIsTooLongIsGivenUp(int announced, int piece) throws IOException {
        Socket client = open("/api/tickets", "text/plain", "Content-Length: " + announced);

        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !takes(client, "x".repeat(piece)));
    }

    private static boolean takes(Socket client, String some) {
        try {
            client.getOutputStream().write(some.getBytes(UTF_8));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** As long as something comes, the connection's own limit is never reached. */
    @Test
    void aBodyThatComesTooSlowlyIsGivenUpAndItsConnectionClosedAtOnce() throws IOException {
        Socket client = begin("/api/tickets", "application/json");
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    boolean isAnswered = client.getInputStream().available() > 0;
                    if (!isAnswered) {
                        client.getOutputStream().write(BODY[0]);
                    }
                    return isAnswered;
                });
        long answered = System.nanoTime();

        assertThat(answer(client)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
        assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(CONNECTION_TIMEOUT.dividedBy(2));
    }

    @Test
    void aBodyInChunksThatStopsIsGivenUp() throws IOException {
        Socket client = open("/api/tickets", "application/json", "Transfer-Encoding: chunked");
        client.getOutputStream().write("5\r\n{\"cat\r\n".getBytes(UTF_8));

        assertThat(answer(client)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
    }

    @Test
    void aBodyInChunksThatIsTooLongAndStopsIsGivenUp() throws IOException {
        String chunk = "x".repeat(0x10000);
        Socket client = open("/api/tickets", "application/json", "Transfer-Encoding: chunked");
        for (int i = 0; i < 3; i++) {
            client.getOutputStream().write(("10000\r\n" + chunk + "\r\n").getBytes(UTF_8));
        }

        assertThat(answer(client)).startsWith("HTTP/1.1 413").contains("\"code\":\"body-too-large\"");
    }

    @Test
    void bodiesThatDoNotComeToTheirEndsHaveALimitTogether() throws IOException {
        for (int i = 0; i < 6; i++) {
            beginALongOne();
        }
        awaitAnswerToALongOne("HTTP/1.1 429");

        hangUp();
        awaitAnswerToALongOne("HTTP/1.1 400");
    }

    /** A sixth of what may be collected, and a little less than what is announced. */
    private Socket beginALongOne() throws IOException {
        Socket client = open("/api/tickets", "application/json", "Content-Length: 160000");
        client.getOutputStream().write("x".repeat(159_000).getBytes(UTF_8));
        return client;
    }

    private void awaitAnswerToALongOne(String answer) {
        await().untilAsserted(() -> {
            Socket client = beginALongOne();
            client.getOutputStream().write("x".repeat(1_000).getBytes(UTF_8));
            assertThat(answer(client)).startsWith(answer);
        });
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
