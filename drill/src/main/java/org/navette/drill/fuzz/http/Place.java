package org.navette.drill.fuzz.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a body, there or left out.
 *
 * @param path as problems name it, such as {@code issuer.email}
 * @param parent that holds it
 * @param needed whether the body can't do without it, whatever else it says
 */
record Place(String path, String name, ObjectNode parent, JsonNode schema, boolean needed) {

    /** All fields that the schema knows, but for those within blocks that are left out. */
    static List<Place> all(ObjectNode body, JsonNode schema, Schemas schemas) {
        var places = new ArrayList<Place>();
        collect("", body, schemas.resolve(schema), true, schemas, places);
        return places;
    }

    private static void collect(
            String prefix, ObjectNode parent, JsonNode schema, boolean needed, Schemas schemas, List<Place> places) {
        var required = SchemaValues.required(schema);
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            var resolved = schemas.resolve(property.getValue());
            var isNeeded = needed && required.contains(name);
            places.add(new Place(prefix + name, name, parent, resolved, isNeeded));
            if (parent.get(name) instanceof ObjectNode block) {
                collect(prefix + name + ".", block, resolved, isNeeded, schemas, places);
            }
        }
    }

    boolean isBlock() {
        return schema.path("properties").isObject();
    }

    boolean isText() {
        return schema.path("type").asString("").equals("string");
    }
}
