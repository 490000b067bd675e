package org.navette.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.navette.intake.IntakeStack;
import org.navette.intake.SubmissionMother;
import org.navette.intake.Submitted;

class LimitsIT extends IntakeStack {

    private static final byte[] TOO_LARGE = new byte[160 * 1024 + 1];

    @Test
    void wrongFieldsAreToldInTheLanguageOfTheClient() {
        String wrong = SubmissionMother.technical().put("title", " ").toString();

        var french = api.post("/api/tickets", wrong, "Accept-Language", "fr-FR,en;q=0.5");
        var english = api.post("/api/tickets", wrong, "Accept-Language", "en-GB");

        assertThat(french.status()).isEqualTo(400);
        assertThat(french.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(french.text("type")).isEqualTo("urn:navette:problem:invalid-fields");
        assertThat(french.json().at("/errors/0/field").asString()).isEqualTo("title");
        assertThat(french.json().at("/errors/0/code").asString()).isEqualTo("required");
        assertThat(french.json().at("/errors/0/message").asString()).isEqualTo("Ce champ est obligatoire.");
        assertThat(english.json().at("/errors/0/message").asString()).isEqualTo("This field is required.");
    }

    @Test
    void aClientMayAcceptManyLanguages() {
        String wrong = SubmissionMother.technical().put("title", " ").toString();

        var answer = api.post("/api/tickets", wrong, "Accept-Language", "de;q=0.1,".repeat(50) + "en");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/message").asString()).isEqualTo("This field is required.");
    }

    @Test
    void malformedJsonIsToldWithItsPlace() {
        var answer = api.post("/api/tickets", "{\"category\":\n  nonsense}", "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("malformed-json");
        assertThat(answer.text("detail")).contains("line 2");
    }

    @Test
    void aNameWithHalfASurrogatePairDoesNoHarm() {
        var answer = api.post("/api/tickets", "{\"\\ud83d\":1}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefused() {
        var answer = api.post("/api/tickets", "application/json", BodyPublishers.ofByteArray(TOO_LARGE));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("body-too-large");
        assertThat(answer.text("detail")).contains("163840");
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIsRefusedToo() {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TOO_LARGE));

        assertThat(api.post("/api/tickets", "application/json", chunked).status())
                .isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        var answer = api.post("/api/tickets", "text/plain", BodyPublishers.ofString("{}"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        assertThat(api.get("/api/nothing").text("code")).isEqualTo("not-found");
        assertThat(api.get("/api/tickets").text("code")).isEqualTo("method-not-allowed");
    }

    @Test
    void textComesOutAsItWentIn() {
        String text = "«\u00A0Où\u00A0?\u00A0» 👩‍👩‍👧‍👦\r\n\tfin".repeat(300);
        var answer = api.post(
                "/api/tickets",
                SubmissionMother.technical().put("description", text).toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(Submitted.under(answer.text("number"))).singleElement().satisfies(submitted -> assertThat(
                        submitted.getTicket().getDescription())
                .isEqualTo(text));
    }

    @Test
    void theLongestDescriptionFitsHoweverItIsWritten() {
        String emoji = "😀".repeat(10_000);
        String body = SubmissionMother.technical()
                .put("description", "?")
                .toString()
                .replace("\"?\"", "\"" + "\\uD83D\\uDE00".repeat(10_000) + "\"");

        var single = api.post("/api/tickets", body);
        var bulk = api.post("/api/tickets/bulk", "application/x-ndjson", BodyPublishers.ofString(body));

        assertThat(single.status()).as(single.toString()).isEqualTo(202);
        assertThat(Submitted.under(single.text("number"))).singleElement().satisfies(submitted -> assertThat(
                        submitted.getTicket().getDescription())
                .isEqualTo(emoji));
        assertThat(bulk.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.path("status").asInt()).isEqualTo(202));
    }

    @Test
    void theCatalogueIsShown() {
        assertThat(api.get("/api/catalogue").json().at("/categories/0/code").asString())
                .isEqualTo("issued-invoices");
    }

    @Test
    void acceptedTicketsAreCounted() {
        api.post("/api/tickets", SubmissionMother.technical().toString());

        assertThat(api.get("/actuator/prometheus").response().body())
                .contains("navette_tickets_accepted_total{way=\"single\"}");
    }
}
