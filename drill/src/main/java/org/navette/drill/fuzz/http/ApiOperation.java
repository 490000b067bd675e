package org.navette.drill.fuzz.http;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a service.
 *
 * @param method in upper case
 * @param bodies schemas by media type; empty where it takes no body
 */
record ApiOperation(
        String method, String path, List<ApiParameter> parameters, Map<String, JsonNode> bodies, Schemas schemas) {

    /** @param in {@code query}, {@code path} or {@code header} */
    record ApiParameter(String in, String name, JsonNode schema) {}

    List<ApiParameter> parameters(String in) {
        return parameters.stream().filter(one -> one.in().equals(in)).toList();
    }

    boolean takesJson() {
        return bodies.containsKey("application/json");
    }

    /** Whether its body is read line by line. */
    boolean isStreamed() {
        return !bodies.isEmpty() && !takesJson();
    }
}
