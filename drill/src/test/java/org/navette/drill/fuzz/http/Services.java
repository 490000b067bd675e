package org.navette.drill.fuzz.http;

import java.util.Map;
import org.navette.drill.stack.Part;
import tools.jackson.databind.json.JsonMapper;

/** Two services that describe an interface with all that is tested: a form, a stream, parameters in path and query. */
final class Services {

    private static final String INTAKE =
            """
            {"paths": {
              "/api/tickets": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Form"}}}}}},
              "/api/tickets/bulk": {"post": {"requestBody": {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}}}}},
             "components": {"schemas": {
              "Form": {"type": "object", "required": ["title", "issuer"], "properties": {
                "title": {"type": "string", "minLength": 1, "maxLength": 200},
                "language": {"type": "string", "enum": ["fr", "en"]},
                "issuer": {"$ref": "#/components/schemas/Issuer"},
                "object": {"type": "object", "properties": {"number": {"type": "string", "maxLength": 35}}}}},
              "Issuer": {"type": "object", "required": ["email"], "properties": {
                "email": {"type": "string", "maxLength": 254, "example": "nom@exemple.example"}}}}}}
            """;

    private static final String QUERY =
            """
            {"paths": {
              "/api/tickets": {"get": {"parameters": [
                {"in": "query", "name": "limit", "schema": {"type": "integer", "minimum": 1, "maximum": 200}},
                {"in": "query", "name": "status", "schema": {"type": "array", "items": {"type": "string", "enum": ["OPEN"]}}}]}},
              "/api/tickets/{number}": {"get": {"parameters": [{"in": "path", "name": "number", "schema": {"type": "string"}}]}}}}
            """;

    private Services() {}

    static ApiDescription intake() {
        return ApiDescription.of(JsonMapper.shared().readTree(INTAKE));
    }

    static ApiDescription query() {
        return ApiDescription.of(JsonMapper.shared().readTree(QUERY));
    }

    static HttpCases cases() {
        return new HttpCases(Map.of(Part.INTAKE, intake(), Part.QUERY, query()), Map.of());
    }
}
