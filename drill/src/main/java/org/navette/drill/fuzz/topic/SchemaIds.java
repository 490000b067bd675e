package org.navette.drill.fuzz.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.navette.schemas.RecordTypes;

/**
 * The ids that the registry gives to the contract's record types, and to schemas that no record of ours has.
 *
 * @param byName of the record types
 * @param primitive of a text
 * @param foreign of a record that this release has no class for
 * @param jsonSchema of a schema that is none of Avro's
 */
record SchemaIds(Map<String, Known> byName, int primitive, int foreign, int jsonSchema) {

    record Known(Schema schema, int id) {}

    /** Ids that no registry has given. */
    static final List<Integer> UNKNOWN = List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000_000, 77_777_777);

    static final Schema FOREIGN = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"Stranger\",\"namespace\":\"org.example\",\"fields\":"
                    + "[{\"name\":\"x\",\"type\":\"string\"}]}");

    static SchemaIds register(Registry registry) {
        var byName = new LinkedHashMap<String, Known>();
        for (var type : RecordTypes.all()) {
            byName.put(
                    type.name(),
                    new Known(type.rawSchema(), registry.registerAvro(type.name(), type.canonicalString())));
        }
        return new SchemaIds(
                byName,
                registry.registerAvro("fuzz-text", "\"string\""),
                registry.registerAvro("fuzz-stranger", FOREIGN.toString()),
                registry.register(
                        "fuzz-json",
                        "JSON",
                        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}"));
    }

    Known of(String name) {
        return byName.get(name);
    }
}
