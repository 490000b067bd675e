package org.navette.drill.fuzz.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.navette.drill.fuzz.http.ApiOperation.ApiParameter;
import org.navette.drill.observe.Http;
import tools.jackson.databind.JsonNode;

/** What a service says of its interface: OpenAPI, as far as cases are made from it. */
record ApiDescription(List<ApiOperation> operations) {

    /** @throws IllegalArgumentException where it names no operation: nothing would be tested */
    static ApiDescription of(JsonNode document) {
        var schemas = new Schemas(document.path("components").path("schemas"));
        var operations = new ArrayList<ApiOperation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(operation(path.getKey(), operation.getKey(), operation.getValue(), schemas));
            }
        }
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("a description without an operation");
        }
        return new ApiDescription(List.copyOf(operations));
    }

    static ApiDescription read(URI service) throws IOException {
        return of(Http.get(service.resolve("/v3/api-docs"))
                .orElseThrow(() -> new IOException(service + " does not describe its interface")));
    }

    private static ApiOperation operation(String path, String method, JsonNode operation, Schemas schemas) {
        var parameters = new ArrayList<ApiParameter>();
        for (var one : operation.path("parameters")) {
            parameters.add(
                    new ApiParameter(one.path("in").asString(), one.path("name").asString(), one.path("schema")));
        }
        var bodies = new LinkedHashMap<String, JsonNode>();
        for (var body : operation.path("requestBody").path("content").properties()) {
            bodies.put(body.getKey(), body.getValue().path("schema"));
        }
        return new ApiOperation(method.toUpperCase(Locale.ROOT), path, List.copyOf(parameters), bodies, schemas);
    }
}
