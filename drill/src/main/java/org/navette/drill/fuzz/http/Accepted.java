package org.navette.drill.fuzz.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.navette.drill.load.Expected;
import org.navette.drill.load.Submissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Submissions that are accepted and opened, for the demo reference data. */
public final class Accepted {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Accepted() {}

    /** Under the path that they are sent to. */
    public static Map<String, List<JsonNode>> submissions(long seed, int count) {
        var submissions = new Submissions(new Random(seed));
        var bodies = new ArrayList<JsonNode>();
        while (bodies.size() < count) {
            var one = submissions.next();
            var kind = one.expected().kind();
            if (kind == Expected.Kind.TECHNICAL || kind == Expected.Kind.BUSINESS) {
                bodies.add(renamed((ObjectNode) JSON.readTree(one.body()), one.mark()));
            }
        }
        return Map.of("/api/tickets", bodies);
    }

    /** Under another name than the tickets that are followed to their end. */
    private static JsonNode renamed(ObjectNode body, String mark) {
        body.put("title", "Fuzz " + mark);
        ((ObjectNode) body.path("issuer")).put("email", mark + "@fuzz.example");
        return body;
    }
}
