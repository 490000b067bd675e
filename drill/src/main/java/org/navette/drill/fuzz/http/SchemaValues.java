package org.navette.drill.fuzz.http;

import java.util.HashSet;
import java.util.Set;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as a schema asks for them. Where it gives an example that is taken, for it is more than well formed. */
record SchemaValues(Schemas schemas) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_USUAL = 40;
    private static final int OPTIONAL_TEXT_IN = 3;
    /** They change what the others mean. */
    private static final int OPTIONAL_BLOCK_IN = 8;

    JsonNode value(JsonNode reference, Chance chance) {
        var schema = schemas.resolve(reference);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(chance.below(schema.path("enum").size()));
        }
        return switch (schemas.type(schema)) {
            case "object" -> object(schema, chance);
            case "array" -> {
                var array = NODES.arrayNode();
                for (var left = chance.below(4); left > 0; left--) {
                    array.add(value(schema.path("items"), chance));
                }
                yield array;
            }
            case "integer", "number" -> NODES.numberNode(chance.between(
                    schema.path("minimum").asInt(0), schema.path("maximum").asInt(1_000)));
            case "boolean" -> NODES.booleanNode(chance.oneIn(2));
            default -> NODES.stringNode(text(schema, chance));
        };
    }

    private ObjectNode object(JsonNode schema, Chance chance) {
        var object = NODES.objectNode();
        var required = required(schema);
        for (var property : schema.path("properties").properties()) {
            var isBlock = schemas.type(property.getValue()).equals("object");
            if (required.contains(property.getKey()) || chance.oneIn(isBlock ? OPTIONAL_BLOCK_IN : OPTIONAL_TEXT_IN)) {
                object.set(property.getKey(), value(property.getValue(), chance));
            }
        }
        return object;
    }

    static Set<String> required(JsonNode schema) {
        var names = new HashSet<String>();
        schema.path("required").forEach(name -> names.add(name.asString()));
        return names;
    }

    private static String text(JsonNode schema, Chance chance) {
        if (schema.has("example") && !chance.oneIn(20)) {
            return schema.path("example").asString();
        }
        var least = schema.path("minLength").asInt(1);
        var most = Math.min(schema.path("maxLength").asInt(LONGEST_USUAL), LONGEST_USUAL);
        return OddTexts.plain(chance, chance.between(least, Math.max(least, most)));
    }
}
