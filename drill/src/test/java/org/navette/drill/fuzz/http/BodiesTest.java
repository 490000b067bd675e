package org.navette.drill.fuzz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.drill.fuzz.values.Chance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BodiesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiOperation form = Services.intake().operations().get(0);
    private final SchemaValues values = new SchemaValues(form.schemas());

    @Test
    void haveAllThatTheSchemaNeeds() {
        var body = body(1);
        assertThat(body.path("title").asString()).isNotEmpty();
        assertThat(body.path("issuer").path("email").asString()).isEqualTo("nom@exemple.example");
    }

    @Test
    void canBeSpoiltInEachFieldThatTheSchemaKnows() {
        assertThat(places(body(1)))
                .extracting(Place::path)
                .contains("title", "language", "issuer", "issuer.email", "object");
    }

    @Test
    void mustBeRefusedNamingWhatIsMissing() {
        var body = body(1);
        var email = place(body, "issuer.email");
        var change = FieldFault.MISSING.spoil(email, Chance.of(1, 1));
        assertThat(body.path("issuer").has("email")).isFalse();
        assertThat(change.expectation()).isEqualTo(Expectation.noNaming("issuer.email"));
    }

    @Test
    void mayLackWhatIsOptional() {
        var body = body(1);
        assertThat(FieldFault.MISSING
                        .spoil(place(body, "language"), Chance.of(1, 1))
                        .expectation())
                .isEqualTo(Expectation.ANY);
    }

    @Test
    void canHoldWhatNoTreeCan() {
        var body = body(1);
        var change = FieldFault.ODD_NUMBER.spoil(place(body, "title"), Chance.of(1, 1));
        assertThat(change.written(body)).contains("\"title\":" + change.token());
    }

    @ParameterizedTest
    @EnumSource(
            value = TextFault.class,
            names = {"TRUNCATED", "TRAILING", "LAX", "NOISE"})
    void areNoJsonWhereTheirTextIsSpoilt(TextFault fault) {
        var text = JSON.writeValueAsBytes(body(1));
        for (var number = 0; number < 200; number++) {
            var spoilt = fault.spoil(text, Chance.of(5, number));
            assertThat(spoilt.expectation()).isEqualTo(Expectation.NO);
            assertThatThrownBy(() -> JSON.readTree(spoilt.body())).isInstanceOf(JacksonException.class);
        }
    }

    private ObjectNode body(long number) {
        return (ObjectNode) values.value(form.bodies().get("application/json"), Chance.of(1, number));
    }

    private List<Place> places(ObjectNode body) {
        return Place.all(body, form.bodies().get("application/json"), form.schemas());
    }

    private Place place(ObjectNode body, String path) {
        return places(body).stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
