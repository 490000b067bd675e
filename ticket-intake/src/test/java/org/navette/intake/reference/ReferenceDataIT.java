package org.navette.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.navette.intake.Api;
import org.navette.intake.IntakeStack;
import org.navette.intake.Submitted;
import org.navette.messages.BusinessObject;
import org.navette.messages.ObjectState;
import org.navette.messages.Organisation;
import org.navette.parts.Parts;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

class ReferenceDataIT extends IntakeStack {

    private static final Path DEMO = Path.of("../examples/reference-data");

    @Test
    void theDemoSetIsWithoutFault() throws IOException {
        String organisations = Files.readString(DEMO.resolve("organisations.csv"));
        String objects = Files.readString(DEMO.resolve("business-objects.csv"));

        assertThat(load("organisations", "text/csv", organisations).response().body())
                .isEqualTo("{\"accepted\":" + (organisations.lines().count() - 1) + ",\"rejected\":0}\n");
        assertThat(load("business-objects", "text/csv", objects).response().body())
                .isEqualTo("{\"accepted\":" + (objects.lines().count() - 1) + ",\"rejected\":0}\n");

        Organisation organisation = (Organisation) latest(Topics.ORGANISATIONS).get("SIRET:99071271300124");
        assertThat(organisation.getName()).isEqualTo("Commune de Port-Navalin");
        assertThat(organisation.getServices()).hasSize(3);
        assertThat(organisation.getServices().get(2).getActive()).isFalse();
        BusinessObject object = (BusinessObject) latest(Topics.BUSINESS_OBJECTS).get("INV-000001");
        assertThat(object.getState()).isEqualTo(ObjectState.SENT);
        assertThat(object.getRecipient().getServiceName()).isEqualTo("Affaires culturelles");
        assertThat(object.getInitialRecipient()).isNull();
    }

    @Test
    void linesOfJsonDoAsWell() {
        var answer = load(
                "organisations",
                "application/x-ndjson",
                """
                {"scheme": "OTHER", "value": "J-1", "name": "Une", "active": true, "serviceRequired": true,
                """
                                .strip()
                        + """
                 "services": [{"code": "A", "name": "Service A"}, {"code": "B", "name": "B; =b", "active": false}]}
                {"scheme": "OTHER", "value": "J-2", "name": "Deux", "services": [{"code": "A"}, 5], "x": 1}
                {"scheme": "OTHER", "value": "J-3", "name": "Trois", "services": [{}, {"code": "A", "name": "Service A"}]}
                {"scheme": "OTHER", "value": "J-4", "name": "Quatre", "services": [{"code": "A", "name": "A"}], "services": []}
                """);

        assertThat(answer.lines()).hasSize(4);
        assertThat(answer.lines().get(0).path("line").asInt()).isEqualTo(2);
        assertThat(answer.lines().get(0).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("services[0].name", "services[1]", "x");
        assertThat(answer.lines().get(1).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("services[0].code", "services[0].name");
        assertThat(answer.lines().get(2).path("errors").findValuesAsString("field"))
                .containsExactly("services");
        assertThat(answer.lines().get(3).toString()).isEqualTo("{\"accepted\":1,\"rejected\":3}");
        Organisation organisation = (Organisation) latest(Topics.ORGANISATIONS).get("OTHER:J-1");
        assertThat(organisation.getServices().get(1).getName()).isEqualTo("B; =b");
        assertThat(organisation.getServices().get(1).getActive()).isFalse();
    }

    /** In time that grows with their number; where it grew with the square of it, this took minutes. */
    @Test
    void aLineOfVeryManyServicesHoldsNobodyUp() {
        String services = "=;".repeat(70_000) + "=";

        var answer = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> load(
                        "organisations", "text/csv", "scheme,value,name,services\nOTHER,M-1,Une," + services + "\n"));

        assertThat(answer.lines().get(0).path("errors").findValuesAsString("field"))
                .contains("services[0].code");
    }

    @Test
    void aDeletionIsATombstone() {
        load("organisations", "text/csv", "scheme,value,name\nOTHER,D-1,Une\n");
        load("organisations", "text/csv", "scheme,value,delete\nOTHER,D-1,true\n");

        assertThat(latest(Topics.ORGANISATIONS)).containsKey("OTHER:D-1").containsEntry("OTHER:D-1", null);
    }

    @Test
    void badLinesAreToldAndTheRestIsTaken() {
        var answer = load(
                "business-objects",
                "text/csv",
                """
                id,type,number,year,issuerScheme,issuerValue,state,recipientScheme,recipientValue,recipientName
                B-1,invoice,A-1,2026,SIRET,99007919600038,sent,SIRET,99015838800126,Nom
                B-2,bill,A 1,26,SIRET,99007919600039,lost,SIRET,,
                B-3,invoice
                B-4,"invoice,A-1,2026,SIRET,99007919600038,sent,,,
                B-5,invoice,A-1,2026,SIRET,99007919600038,draft,,,
                """);

        assertThat(answer.lines().stream().map(line -> line.path("line").asInt(0)))
                .containsExactly(3, 4, 5, 0);
        assertThat(answer.lines().get(0).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "type", "number", "year", "issuer.value", "state", "recipient.value", "recipient.name");
        assertThat(answer.lines().get(3).toString()).isEqualTo("{\"accepted\":2,\"rejected\":3}");
    }

    @Test
    void aTableWithoutItsColumnsIsRefusedWhole() {
        var answer = load("organisations", "text/csv", "scheme,nom\n1,2\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("columns-wrong");
        assertThat(answer.text("detail")).contains("nom", "value");
    }

    @Test
    void aFirstLineThatIsTooLongIsRefusedWhole() {
        var answer = load("organisations", "text/csv;charset=utf-8", "scheme,".repeat(30_000) + "\n1,2\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("line-too-long");
    }

    private Api.Answer load(String what, String type, String body) {
        return api.post("/api/reference-data/" + what, type, BodyPublishers.ofString(body));
    }

    private static Map<String, @Nullable SpecificRecord> latest(Topic topic) {
        Map<String, @Nullable SpecificRecord> latest = new LinkedHashMap<>();
        Submitted.all(topic, Parts.bootstrapServers()).forEach(record -> latest.put(record.key(), record.value()));
        return latest;
    }
}
