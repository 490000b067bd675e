package org.navette.drill.fuzz.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.Identifiers;
import org.navette.drill.stack.Part;
import tools.jackson.databind.JsonNode;

/** Requests for every operation that the services describe. */
public final class HttpCases {

    private static final byte[] NOTHING = {};
    private static final byte[] LINE = "{}\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "FOO", "get");

    private final List<Described> operations = new ArrayList<>();
    private final List<Described> forms = new ArrayList<>();
    private final Map<ApiOperation, Bodies> bodies = new HashMap<>();

    private record Described(Part service, ApiOperation operation) {}

    /** @param accepted submissions that are accepted, under the path that they are sent to */
    HttpCases(Map<Part, ApiDescription> services, Map<String, List<JsonNode>> accepted) {
        services.forEach((service, description) -> {
            for (var operation : description.operations()) {
                operations.add(new Described(service, operation));
                if (operation.takesJson()) {
                    forms.add(new Described(service, operation));
                    bodies.put(
                            operation,
                            new Bodies(
                                    operation.bodies().get("application/json"),
                                    operation.schemas(),
                                    accepted.getOrDefault(operation.path(), List.of())));
                }
            }
        });
    }

    /** From what the services say of themselves now. */
    public static HttpCases of(Map<Part, URI> services, Map<String, List<JsonNode>> accepted) throws IOException {
        var descriptions = new EnumMap<Part, ApiDescription>(Part.class);
        for (var service : services.entrySet()) {
            descriptions.put(service.getKey(), ApiDescription.read(service.getValue()));
        }
        return new HttpCases(descriptions, accepted);
    }

    /** For a person: each operation once. */
    public List<String> described() {
        return operations.stream()
                .map(one -> one.service() + " " + one.operation().method() + " "
                        + one.operation().path())
                .toList();
    }

    /** Bodies of the operation that takes a submission of an organisation; a bulk request has one a line. */
    public Bodies submissions() {
        return bodies.entrySet().stream()
                .filter(one -> one.getKey().path().equals("/api/tickets"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no operation takes a submission"));
    }

    HttpCase draw(Chance chance) {
        // Most can be wrong where there is a form to fill in.
        var described = chance.any(chance.oneIn(2) ? forms : operations);
        var operation = described.operation();
        var drawn = operation.takesJson() && !chance.oneIn(4) ? body(described, chance) : around(described, chance);
        return operation.isStreamed() ? drawn.asStreamed() : drawn;
    }

    private HttpCase body(Described described, Chance chance) {
        var of = bodies.get(described.operation());
        var spoilt = of.draw(chance);
        var request = request(described.operation(), spoilt.body(), chance);
        if (chance.oneIn(10) && spoilt.body().length > 0) {
            request.chunked(chance.between(1, 2_000));
        }
        return HttpCase.of(spoilt.kind(), described.service(), request, spoilt.expectation());
    }

    private HttpCase around(Described described, Chance chance) {
        return switch (chance.below(5)) {
            case 0 -> method(described, chance);
            case 1 -> path(described, chance);
            case 2 -> framing(described, chance);
            case 3 -> described.operation().parameters("query").isEmpty()
                    ? headers(described, chance)
                    : query(described, chance);
            default -> headers(described, chance);
        };
    }

    private HttpCase method(Described described, Chance chance) {
        var request = right(described.operation(), chance).request();
        request.method = chance.any(METHODS);
        return HttpCase.of("method: any", described.service(), request, Expectation.ANY);
    }

    private HttpCase path(Described described, Chance chance) {
        var operation = described.operation();
        var request = right(operation, chance).request();
        var suiting = Arrays.stream(PathFault.values())
                .filter(fault -> fault.suits(operation))
                .toList();
        var fault = chance.any(suiting);
        fault.spoil(request, operation, chance);
        return HttpCase.of(fault.label(), described.service(), request, fault.expectation());
    }

    private HttpCase query(Described described, Chance chance) {
        var operation = described.operation();
        var request = right(operation, chance).request();
        var fault = chance.any(QueryFault.values());
        var values = new SchemaValues(operation.schemas());
        request.target += "?" + fault.query(operation.parameters("query"), values, chance);
        return HttpCase.of(fault.label(), described.service(), request, fault.expectation());
    }

    private HttpCase headers(Described described, Chance chance) {
        var right = right(described.operation(), chance);
        var fault = chance.any(HeaderFault.suiting(right.request()));
        fault.spoil(right.request(), chance);
        return HttpCase.of(fault.label(), described.service(), right.request(), fault.expectation(right.expectation()));
    }

    private HttpCase framing(Described described, Chance chance) {
        var request = right(described.operation(), chance).request();
        var fault = chance.any(FramingFault.values());
        fault.spoil(request, chance);
        return HttpCase.of(fault.label(), described.service(), request, Expectation.NOT_HTTP)
                .ending();
    }

    /** A request with nothing wrong, and what has to be said to it. */
    private record Right(Draft request, Expectation expectation) {}

    private Right right(ApiOperation operation, Chance chance) {
        var of = bodies.get(operation);
        if (of == null) {
            // A ticket number that nobody gave is not found.
            return new Right(request(operation, operation.isStreamed() ? LINE : NOTHING, chance), Expectation.ANY);
        }
        var accepted = of.accepted(chance);
        return new Right(request(operation, accepted.body(), chance), accepted.expectation());
    }

    private static Draft request(ApiOperation operation, byte[] body, Chance chance) {
        var target = operation.target(Identifiers.ticketNumber(chance));
        var request = new Draft(operation.method(), target, body);
        if (!operation.bodies().isEmpty()) {
            request.header(
                    "Content-Type", chance.any(List.copyOf(operation.bodies().keySet())));
        }
        return request;
    }
}
