package org.navette.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.intake.IntakeStack;
import tools.jackson.databind.JsonNode;

class ApiDescriptionIT extends IntakeStack {

    private JsonNode description;

    @BeforeEach
    void read() {
        description = api.get("/v3/api-docs").json();
    }

    @Test
    void everyAddressIsDescribed() {
        assertThat(description.at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/tickets",
                        "/api/public/tickets",
                        "/api/tickets/bulk",
                        "/api/reference-data/organisations",
                        "/api/reference-data/business-objects",
                        "/api/catalogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/public/tickets"})
    void aSubmissionNamesItsAnswers(String path) {
        JsonNode responses = responses(path);

        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("201", "202", "400", "408", "413", "415", "422", "429", "500", "503");
        for (String yes : List.of("201", "202")) {
            assertThat(responses.path(yes).path("headers").propertyNames())
                    .containsExactlyInAnyOrder("Location", "Preference-Applied");
        }
        assertThat(responses.at("/429/headers").propertyNames()).containsExactly("Retry-After");
        assertThatProblemsAreDescribed(responses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/reference-data/organisations", "/api/reference-data/business-objects"})
    void aLoadNamesItsAnswers(String path) {
        JsonNode responses = responses(path);

        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder("200", "400", "408", "413", "415", "500", "503");
        assertThat(responses
                        .at("/200/content/application~1x-ndjson/schema/oneOf")
                        .findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/LineAnswer", "#/components/schemas/Loaded");
        assertThat(description
                        .path("paths")
                        .path(path)
                        .at("/post/requestBody/content")
                        .propertyNames())
                .containsExactly("text/csv", "application/x-ndjson");
        assertThatProblemsAreDescribed(responses);
    }

    @Test
    void aBulkRequestNamesItsAnswers() {
        JsonNode responses = responses("/api/tickets/bulk");

        assertThat(responses.propertyNames()).containsExactlyInAnyOrder("200", "400", "415", "500", "503");
        assertThat(responses
                        .at("/200/content/application~1x-ndjson/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/LineAnswer");
        assertThatProblemsAreDescribed(responses);
    }

    @Test
    void whatMustNotBeLeftOutIsRequired() {
        assertThat(required("ConnectedSubmission"))
                .containsExactlyInAnyOrder("category", "subCategory", "title", "description", "issuer");
        assertThat(required("Issuer")).containsExactlyInAnyOrder("organisation", "email");
        assertThat(required("Organisation")).containsExactlyInAnyOrder("scheme", "value");
        assertThat(required("RecipientOrganisation")).containsExactly("value");
        assertThat(required("BusinessObjectReference")).containsExactly("number");
    }

    private void assertThatProblemsAreDescribed(JsonNode responses) {
        responses.properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .forEach(response -> assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asString())
                        .as(response.getKey())
                        .isEqualTo("#/components/schemas/Problem"));
        assertThat(responses.at("/503/headers").propertyNames()).containsExactly("Retry-After");
        assertThat(required("Problem")).contains("type", "title", "status", "code", "detail");
    }

    private JsonNode responses(String path) {
        return description.path("paths").path(path).at("/post/responses");
    }

    private List<String> required(String schema) {
        return description
                .at("/components/schemas/" + schema + "/required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
