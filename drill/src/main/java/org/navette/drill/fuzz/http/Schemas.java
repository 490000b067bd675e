package org.navette.drill.fuzz.http;

import tools.jackson.databind.JsonNode;

/** The named schemas of a description. */
record Schemas(JsonNode named) {

    private static final String PREFIX = "#/components/schemas/";

    /** What a reference stands for; any other schema as it is. */
    JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.startsWith(PREFIX) ? named.path(reference.substring(PREFIX.length())) : schema;
    }

    /** With a list of types, the first that is not {@code null}. */
    String type(JsonNode schema) {
        var type = resolve(schema).path("type");
        if (!type.isArray()) {
            return type.asString("");
        }
        for (var one : type) {
            if (!one.asString().equals("null")) {
                return one.asString();
            }
        }
        return "null";
    }
}
