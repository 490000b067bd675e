package org.navette.drill.fuzz.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a service.
 *
 * @param method in upper case
 * @param bodies schemas by media type; empty where it takes no body
 */
record ApiOperation(
        String method, String path, List<ApiParameter> parameters, Map<String, JsonNode> bodies, Schemas schemas) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    /** @param in {@code query}, {@code path} or {@code header} */
    record ApiParameter(String in, String name, JsonNode schema) {}

    /** Its address, with that for whatever stands in its path. */
    String target(String value) {
        return PARAMETER.matcher(path).replaceAll(Matcher.quoteReplacement(value));
    }

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
