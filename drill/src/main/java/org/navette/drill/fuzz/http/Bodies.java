package org.navette.drill.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.navette.drill.fuzz.values.Chance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON bodies of an operation: as its schema wants them, as people send them, and spoilt. */
public final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode schema;
    private final SchemaValues values;
    private final List<JsonNode> known;

    /** @param known bodies that are accepted; empty where none are known */
    Bodies(JsonNode schema, Schemas schemas, List<JsonNode> known) {
        this.schema = schema;
        this.values = new SchemaValues(schemas);
        this.known = known;
    }

    public Spoilt draw(Chance chance) {
        return switch (chance.below(8)) {
            case 0, 1 -> accepted(chance);
            case 2 -> bySchema(chance);
            default -> spoilt(chance);
        };
    }

    /** One that is accepted, where any is known. */
    Spoilt accepted(Chance chance) {
        return known.isEmpty()
                ? bySchema(chance)
                : new Spoilt("body: accepted", JSON.writeValueAsBytes(chance.any(known)), Expectation.YES);
    }

    /** One that the schema takes; the service may know better. */
    Spoilt bySchema(Chance chance) {
        return new Spoilt("body: by its schema", JSON.writeValueAsBytes(values.value(schema, chance)), Expectation.ANY);
    }

    Spoilt spoilt(Chance chance) {
        return chance.oneIn(3) ? spoiltText(chance) : spoiltField(chance);
    }

    private Spoilt spoiltText(Chance chance) {
        var text = JSON.writeValueAsString(tree(chance)).getBytes(StandardCharsets.UTF_8);
        return chance.any(TextFault.values()).spoil(text, chance);
    }

    private Spoilt spoiltField(Chance chance) {
        var body = tree(chance);
        var fault = chance.any(FieldFault.values());
        var places = Place.all(body, schema, values.schemas()).stream()
                .filter(fault::suits)
                .toList();
        var change = fault.spoil(chance.any(places), chance);
        return Spoilt.of(fault.label(), change.written(body), change.expectation());
    }

    private ObjectNode tree(Chance chance) {
        if (!known.isEmpty() && chance.oneIn(2)) {
            return (ObjectNode) chance.any(known).deepCopy();
        }
        return (ObjectNode) values.value(schema, chance);
    }
}
