package org.navette.parts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    Path directory;

    MailServer server;

    @BeforeEach
    void start() {
        server = MailServer.start(directory, 0, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void send(String messageId, String recipient, String subject, String body, String type) throws Exception {
        try (var sender = new Sender(server.smtpPort())) {
            sender.send(messageId, recipient, subject, body, type);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server.webUrl() + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void keepsAMailAndFindsItByRecipientAndMessageId() throws Exception {
        send("one@navette", "Zoé.Martin@example.org".replace("é", "e"), "Reçu : ticket K7", "Bonjour", "text/plain");

        assertThat(server.count()).isEqualTo(1);
        assertThat(server.to("zoe.martin@example.org")).singleElement().satisfies(mail -> {
            assertThat(mail.messageId()).isEqualTo("one@navette");
            assertThat(mail.subject()).isEqualTo("Reçu : ticket K7");
            assertThat(new String(server.source(mail))).contains("Bonjour");
        });
        assertThat(server.withMessageId("one@navette")).hasSize(1);
    }

    @Test
    void keepsItsMailsOverARestart() throws Exception {
        send("one@navette", "a@example.org", "First", "Hello", "text/plain");
        server.close();

        server = MailServer.start(directory, 0, 0);

        assertThat(server.to("a@example.org")).hasSize(1);
    }

    @Test
    void refusesAddressesOfTheRefusedDomainForGood() {
        assertThatThrownBy(() -> send("x@navette", "a@refused.example", "S", "B", "text/plain"))
                .isInstanceOf(SendFailedException.class)
                .cause()
                .isInstanceOfSatisfying(SMTPAddressFailedException.class, refusal -> assertThat(refusal.getReturnCode())
                        .isEqualTo(550));
        assertThat(server.count()).isZero();
    }

    /** Kept, it would have no room in the index, and no mail after it would be found. */
    @Test
    void refusesAddressesThatAreTooLong() throws Exception {
        assertThatThrownBy(() -> send("x@navette", "a".repeat(400) + "@example.org", "S", "B", "text/plain"))
                .isInstanceOf(SendFailedException.class)
                .cause()
                .isInstanceOfSatisfying(SMTPAddressFailedException.class, refusal -> assertThat(refusal.getReturnCode())
                        .isEqualTo(553));

        send("y@navette", "a@example.org", "S", "B", "text/plain");
        assertThat(server.to("a@example.org")).hasSize(1);
    }

    @Test
    void putsOffAddressesOfTheBusyDomain() {
        assertThatThrownBy(() -> send("x@navette", "a@busy.example", "S", "B", "text/plain"))
                .isInstanceOf(SendFailedException.class)
                .cause()
                .isInstanceOfSatisfying(SMTPAddressFailedException.class, refusal -> assertThat(refusal.getReturnCode())
                        .isEqualTo(451));
    }

    @Test
    void takesItsTimeForAddressesOfTheSlowDomain() throws Exception {
        var begun = System.nanoTime();

        send("x@navette", "a@slow.example", "S", "B", "text/plain");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(server.to("a@slow.example")).hasSize(1);
    }

    @Test
    void refusesAMailAboveTheLimit() {
        assertThatThrownBy(() -> send("x@navette", "a@example.org", "S", "word ".repeat(250_000), "text/plain"))
                .isInstanceOfSatisfying(SMTPSendFailedException.class, refusal -> assertThat(refusal.getReturnCode())
                        .isEqualTo(552));
        assertThat(server.count()).isZero();
    }

    @Test
    void listsTheNewestFirstAndPages() throws Exception {
        try (var sender = new Sender(server.smtpPort())) {
            for (var i = 1; i <= 60; i++) {
                sender.send(i + "@navette", "a@example.org", "Mail number " + i, "Hello", "text/plain");
            }
        }

        var first = get("/").body();
        assertThat(first).contains("Mail number 60", "Mail number 11<").doesNotContain("Mail number 10<");
        var older = Pattern.compile("href=\"([^\"]*)\">Older").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(get(older.group(1).replace("&amp;", "&")).body())
                .contains("Mail number 10<")
                .doesNotContain("Mail number 11<");
    }

    @Test
    void searchesRecipientsAndSubjects() throws Exception {
        send("1@navette", "a@example.org", "Ticket AB12", "Hello", "text/plain");
        send("2@navette", "b@example.org", "Ticket CD34 100%", "Hello", "text/plain");

        assertThat(get("/?q=ab12").body()).contains("Ticket AB12").doesNotContain("Ticket CD34");
        assertThat(get("/?q=b%40example").body()).contains("Ticket CD34").doesNotContain("Ticket AB12");
        assertThat(get("/?q=100%25").body()).contains("Ticket CD34").doesNotContain("Ticket AB12");
    }

    @Test
    void escapesWhatComesFromAMailOrTheBrowser() throws Exception {
        send("1@navette", "a@example.org", "<script>alert(1)</script>", "<script>alert(2)</script>", "text/plain");

        assertThat(get("/").body()).doesNotContain("<script>");
        assertThat(get("/mails/0").body()).doesNotContain("<script>").contains("&lt;script&gt;alert(2)");
        assertThat(get("/?q=%22%3E%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void showsTheHtmlOfAMailInASandbox() throws Exception {
        send("1@navette", "a@example.org", "S", "<p>Hello <b>you</b></p>", "text/html");

        assertThat(get("/mails/0").body()).contains("<iframe sandbox src=\"/mails/0/html\"");
        var html = get("/mails/0/html");
        assertThat(html.body()).contains("<p>Hello <b>you</b></p>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
        assertThat(get("/mails/0/source").body()).contains("Message-ID: <1@navette>");
    }

    @Test
    void streamsAllMailsAsJsonLines() throws Exception {
        send("1@navette", "a@example.org", "One", "Hello", "text/plain");
        send("2@navette", "b@example.org", "Two", "Hello", "text/plain");

        assertThat(get("/api/mails.ndjson").body().lines())
                .hasSize(2)
                .element(1)
                .satisfies(line -> assertThat(line)
                        .contains(
                                "\"messageId\":\"2@navette\"",
                                "\"recipient\":\"b@example.org\"",
                                "\"receivedAt\":\"20"));
        assertThat(get("/api/count").body()).isEqualTo("{\"count\":2}");
        assertThat(get("/api/mails?messageId=1%40navette").body())
                .contains("One")
                .doesNotContain("Two");
    }

    @Test
    void saysNotFound() throws Exception {
        assertThat(get("/mails/999").statusCode()).isEqualTo(404);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }
}
