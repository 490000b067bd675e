package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.navette.messages.Destination;
import org.navette.messages.MailOutcome;
import org.navette.messages.OrganisationId;
import org.navette.parts.Parts;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;
import org.navette.schemas.TicketNumber;
import tools.jackson.databind.JsonNode;

class ListingIT {

    private static RunningQuery query;
    private static Log log;

    @BeforeAll
    static void start() {
        query = RunningQuery.start();
        log = new Log(Parts.bootstrapServers(), Parts.registryUrl());
    }

    @AfterAll
    static void stop() {
        log.close();
        query.close();
    }

    @Test
    void aClientMayAcceptManyLanguages() {
        assertThat(query.get("/api/tickets", "Accept-Language", "de;q=0.1,".repeat(50) + "en")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTicketIsShownWithItsWholeHistory() {
        String number = FactMother.aNumber();
        log.tell(FactMother.life(number));
        log.tell(FactMother.rejected(number, 7), FactMother.mail(number, MailOutcome.UNDELIVERABLE));
        query.catchUp();

        JsonNode ticket = query.detail(number);

        assertThat(ticket.get("status").asString()).isEqualTo("CLOSED");
        assertThat(ticket.get("version").asInt()).isEqualTo(7);
        assertThat(ticket.get("title").asString()).isEqualTo("Où en est ma facture ? 📄");
        assertThat(ticket.get("description").asString()).isEqualTo("Première ligne\nSeconde ligne, accentuée : éàü");
        assertThat(ticket.at("/category/label/fr").asString()).isEqualTo("Factures émises");
        assertThat(ticket.at("/recipient/destination").asString()).isEqualTo("TECHNICAL_SUPPORT");
        assertThat(ticket.at("/object/number").asString()).isEqualTo("F-2026/001");
        assertThat(ticket.has("assignedTo"))
                .as("given to others, who have not taken it")
                .isFalse();
        assertThat(ticket.get("history").valueStream().map(step -> step.get("type")
                        .asString()))
                .containsExactly(
                        "TicketOpened",
                        "TicketTaken",
                        "InformationRequested",
                        "InformationGiven",
                        "TicketTransferred",
                        "SolutionProposed",
                        "SolutionAccepted");
        assertThat(ticket.at("/rejectedActions/0/code").asString()).isEqualTo("wrong-status");
        assertThat(ticket.at("/undeliverableMails/0/outcome").asString()).isEqualTo("UNDELIVERABLE");
    }

    @Test
    void aMailThatWentOutAtLastIsNoLongerUndeliverable() {
        String number = FactMother.aNumber();
        log.tell(
                FactMother.opened(number),
                FactMother.mail(number, MailOutcome.UNDELIVERABLE),
                FactMother.mail(number, MailOutcome.SENT));
        query.catchUp();

        assertThat(query.detail(number).get("undeliverableMails").size()).isZero();
    }

    @Test
    void aNumberIsFoundAsItWasHeard() {
        String number = FactMother.aNumber();
        log.tell(FactMother.opened(number));
        query.catchUp();

        String heard = new TicketNumber(number).grouped().toLowerCase().replace('0', 'o');

        assertThat(query.get("/api/tickets/" + heard).status()).isEqualTo(200);
    }

    @Test
    void aMistypedNumberIsToldFromAnUnknownOne() {
        String number = FactMother.aNumber();
        char last = number.charAt(15);
        String mistyped = number.substring(0, 15) + (last == '7' ? '8' : '7');

        assertThat(query.get("/api/tickets/" + number).status()).isEqualTo(404);
        assertThat(query.get("/api/tickets/" + mistyped).status()).isEqualTo(400);
        assertThat(query.get("/api/tickets/" + mistyped)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("number");
        assertThat(query.get("/api/tickets/generation").status()).isEqualTo(400);
    }

    @Test
    void aRefusedSubmissionIsFoundByItsNumberAndIsInNoList() {
        String number = FactMother.aNumber();
        long refusedBefore = query.get("/api/statistics").body().get("refused").asLong();
        log.tell(FactMother.refused(number));
        query.catchUp();

        JsonNode refused = query.detail(number);

        assertThat(refused.get("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.at("/refusal/code").asString()).isEqualTo("object-not-found");
        assertThat(refused.at("/refusal/field").asString()).isEqualTo("object.number");
        assertThat(refused.get("description").asString()).contains("Seconde ligne");
        assertThat(allNumbers("/api/tickets?limit=200")).doesNotContain(number);
        JsonNode statistics = query.get("/api/statistics").body();
        assertThat(statistics.get("refused").asLong()).isEqualTo(refusedBefore + 1);
        assertThat(statistics.at("/refusedByCode/object-not-found").asLong()).isPositive();
    }

    /** The router tells a refusal again, as version 2, where the client that was to be told in its form had gone. */
    @Test
    void aRefusalThatIsToldTwiceIsShownOnce() {
        String number = FactMother.aNumber();
        long refusedBefore = query.get("/api/statistics").body().get("refused").asLong();
        var byMail = FactMother.refused(number);
        byMail.getFact().setVersion(2);
        var inForm = FactMother.refused(number);
        inForm.setToldInForm(true);
        log.tell(inForm);
        log.tell(byMail);
        query.catchUp();

        JsonNode refused = query.detail(number);

        assertThat(refused.get("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.at("/refusal/code").asString()).isEqualTo("object-not-found");
        assertThat(refused.get("history").size()).isZero();
        JsonNode statistics = query.get("/api/statistics").body();
        assertThat(statistics.get("refused").asLong()).isEqualTo(refusedBefore + 1);
    }

    @Test
    void aTicketWhoseFirstFactIsMissingIsFoundButInNoList() {
        String number = FactMother.aNumber();
        log.tell(FactMother.solved(number, 2));
        query.catchUp();

        assertThat(query.detail(number).get("status").asString()).isEqualTo("RESOLVED");
        assertThat(query.detail(number).has("title")).isFalse();
        assertThat(allNumbers("/api/tickets?limit=200")).doesNotContain(number);

        log.tell(FactMother.opened(number));
        query.catchUp();
        assertThat(query.detail(number).get("history").size()).isEqualTo(2);
        assertThat(allNumbers("/api/tickets?limit=200")).contains(number);
    }

    @Test
    void everyFilterRestricts() {
        OrganisationId issuer = new OrganisationId("RIDET", FactMother.aNumber());
        OrganisationId recipient = new OrganisationId("TAHITI", FactMother.aNumber());
        String business = FactMother.aNumber();
        String technical = FactMother.aNumber();
        var toRecipient = FactMother.town("A/B");
        toRecipient.setOrganisation(recipient);
        log.tell(
                FactMother.opened(
                        FactMother.ticket(
                                business, FactMother.NOON, issuer, Destination.BUSINESS_SERVICE, "sub-" + business),
                        toRecipient),
                FactMother.opened(
                        FactMother.ticket(
                                technical, FactMother.NOON, issuer, Destination.TECHNICAL_SUPPORT, "sub-" + technical),
                        FactMother.technicalSupport()),
                FactMother.solved(technical, 2));
        query.catchUp();
        String ours = "issuer=RIDET:" + issuer.getValue();
        String theirs = "recipient=TAHITI:" + recipient.getValue();

        assertThat(numbers(ours)).containsExactlyInAnyOrder(business, technical);
        assertThat(numbers(theirs)).containsExactly(business);
        assertThat(numbers(theirs + "&recipientService=A/B")).containsExactly(business);
        assertThat(numbers(theirs + "&recipientService=A")).isEmpty();
        assertThat(numbers(theirs + "&destination=TECHNICAL_SUPPORT")).isEmpty();
        assertThat(numbers(ours + "&destination=TECHNICAL_SUPPORT")).containsExactly(technical);
        assertThat(numbers(ours + "&status=RESOLVED")).containsExactly(technical);
        assertThat(numbers(ours + "&status=RESOLVED&status=OPEN")).hasSize(2);
        assertThat(numbers(ours + "&category=issued-invoices")).hasSize(2);
        assertThat(numbers("subCategory=sub-" + business)).containsExactly(business);
        assertThat(query.get("/api/tickets/count?" + ours).body().get("count").asLong())
                .isEqualTo(2);
    }

    @Test
    void pagesShowEveryTicketOnceAlsoWhenSeveralWereSubmittedAtOnce() {
        OrganisationId issuer = new OrganisationId("RIDET", FactMother.aNumber());
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String number = FactMother.aNumber();
            submitted.add(number);
            log.tell(FactMother.opened(
                    FactMother.ticket(
                            number,
                            FactMother.NOON.plusSeconds(i / 10),
                            issuer,
                            Destination.TECHNICAL_SUPPORT,
                            "portal-error"),
                    FactMother.technicalSupport()));
        }
        query.catchUp();

        List<String> shown = allNumbers("/api/tickets?limit=3&issuer=RIDET:" + issuer.getValue());

        assertThat(shown).hasSize(25).containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(shown.subList(0, 5))
                .as("the youngest first")
                .containsExactlyInAnyOrderElementsOf(submitted.subList(20, 25));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThat(errors("/api/tickets?sort=title&limit=0&status=open&status=REFUSED&cursor=x&issuer=Acme"))
                .containsExactlyInAnyOrder(
                        "sort unknown",
                        "limit malformed",
                        "status malformed",
                        "status malformed",
                        "cursor malformed",
                        "issuer malformed");
        assertThat(errors("/api/tickets?limit=1&limit=2")).containsExactly("limit repeated");
        assertThat(errors("/api/tickets?recipientService=A")).containsExactly("recipient required");
        assertThat(errors("/api/tickets/count?limit=5")).containsExactly("limit unknown");
        assertThat(errors("/api/statistics?status=OPEN")).containsExactly("status unknown");
    }

    @Test
    void whateverIsRefusedIsAProblemWithACode() {
        assertThat(code(400, "/api/tickets?limit=0")).isEqualTo("invalid-parameters");
        assertThat(code(400, "/api/tickets?limit=%C3%28")).isEqualTo("bad-request");
        assertThat(code(404, "/api/tickets/" + FactMother.aNumber())).isEqualTo("ticket-unknown");
        assertThat(code(404, "/api/none")).isEqualTo("not-found");
        assertThat(code(404, "/error")).isEqualTo("not-found");
    }

    private static String code(int status, String path) {
        RunningQuery.Answer answer = query.get(path);
        assertThat(answer.status()).isEqualTo(status);
        return answer.body().get("code").asString();
    }

    @Test
    void statisticsCountEachTicketOnce() {
        query.catchUp();
        JsonNode before = query.get("/api/statistics").body();
        log.tell(FactMother.life(FactMother.aNumber()));
        query.catchUp();
        JsonNode after = query.get("/api/statistics").body();

        assertThat(after.get("tickets").asLong())
                .isEqualTo(before.get("tickets").asLong() + 1);
        assertThat(after.at("/byStatus/CLOSED").asLong())
                .isEqualTo(before.at("/byStatus/CLOSED").asLong() + 1);
        assertThat(after.at("/byDestination/TECHNICAL_SUPPORT").asLong())
                .isEqualTo(before.at("/byDestination/TECHNICAL_SUPPORT").asLong() + 1);
    }

    @Test
    void theInterfaceDescribesItself() {
        JsonNode description = query.get("/v3/api-docs").body();

        Set<String> names = new TreeSet<>();
        description
                .get("paths")
                .get("/api/tickets")
                .get("get")
                .get("parameters")
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        assertThat(names)
                .containsExactly(
                        "category",
                        "cursor",
                        "destination",
                        "issuer",
                        "limit",
                        "recipient",
                        "recipientService",
                        "status",
                        "subCategory");
    }

    private static List<String> errors(String path) {
        RunningQuery.Answer answer = query.get(path);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body()
                .get("errors")
                .valueStream()
                .map(error ->
                        error.get("field").asString() + " " + error.get("code").asString())
                .toList();
    }

    private static List<String> numbers(String parameters) {
        return numbers(query.get("/api/tickets?" + parameters).body());
    }

    private static List<String> numbers(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("number").asString())
                .toList();
    }

    private static List<String> allNumbers(String path) {
        List<String> numbers = new ArrayList<>();
        JsonNode page = query.get(path).body();
        numbers.addAll(numbers(page));
        while (!page.get("next").isNull()) {
            page = query.get(path + "&cursor=" + page.get("next").asString()).body();
            numbers.addAll(numbers(page));
        }
        return numbers;
    }
}
