package org.navette.bench.ticket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies of valid submissions: half for technical support, a third about a business object, a sixth with a recipient.
 * The same seed makes the same bodies. Lengths are spread as people's are: most texts are short, a few are long.
 */
public final class Submissions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ISSUERS = 2_000;

    private static final List<List<String>> TECHNICAL = List.of(
            List.of("issued-invoices", "invoice-submission-problem"),
            List.of("connection", "forgotten-password"),
            List.of("connection", "locked-account"),
            List.of("account", "entitlement-request"),
            List.of("portal", "portal-error"),
            List.of("portal", "attachment-problem"),
            List.of("integration", "edi-flow-rejected"),
            List.of("integration", "api-error"));

    private static final Map<String, List<String>> BY_OBJECT = Map.of(
            "invoice", List.of("issued-invoices", "question-to-invoice-recipient"),
            "refund-claim", List.of("tic-refund", "question-on-rejected-claim"),
            "court-fee-statement", List.of("court-fees", "revision-of-statement-amount"));

    private final Random random;
    private final Prose prose;
    private final List<Map<String, String>> objects = ReferenceData.objects();
    private final List<Map<String, String>> recipients = ReferenceData.recipients();

    private final String mailDomain;

    private Submissions(long seed, String mailDomain) {
        this.mailDomain = mailDomain;
        random = new Random(seed);
        prose = new Prose(random);
    }

    /**
     * JSON in UTF-8, without line breaks, as {@code POST /api/tickets} and its bulk form take it.
     *
     * @param mailDomain of the issuers' addresses
     */
    public static List<byte[]> bodies(long seed, int count, String mailDomain) {
        var submissions = new Submissions(seed, mailDomain);
        var bodies = new ArrayList<byte[]>(count);
        for (var i = 0; i < count; i++) {
            bodies.add(JSON.writeValueAsBytes(submissions.next()));
        }
        return bodies;
    }

    private Map<String, Object> next() {
        var kind = random.nextInt(6);
        if (kind < 3) {
            return technical();
        }
        return kind < 5 ? aboutObject() : toRecipient();
    }

    private Map<String, Object> technical() {
        var issuer = objects.get(random.nextInt(objects.size()));
        return form(
                TECHNICAL.get(random.nextInt(TECHNICAL.size())), organisation(issuer, "issuerScheme", "issuerValue"));
    }

    private Map<String, Object> aboutObject() {
        var object = objects.get(random.nextInt(objects.size()));
        var type = object.get("type");
        var form = form(BY_OBJECT.get(type), organisation(object, "issuerScheme", "issuerValue"));
        form.put("object", Map.of("type", type, "number", object.get("number")));
        return form;
    }

    private Map<String, Object> toRecipient() {
        var issuer = objects.get(random.nextInt(objects.size()));
        var recipient = recipients.get(random.nextInt(recipients.size()));
        var form = form(
                List.of("issued-invoices", "question-to-public-entity"),
                organisation(issuer, "issuerScheme", "issuerValue"));
        form.put("recipient", Map.of("organisation", organisation(recipient, "scheme", "value")));
        return form;
    }

    private Map<String, Object> form(List<String> couple, Map<String, String> issuer) {
        var user = random.nextInt(ISSUERS);
        var form = new LinkedHashMap<String, Object>();
        form.put("category", couple.get(0));
        form.put("subCategory", couple.get(1));
        form.put("title", prose.title());
        form.put("description", prose.description());
        form.put("language", random.nextInt(5) == 0 ? "en" : "fr");
        form.put(
                "issuer",
                Map.of("organisation", issuer, "user", "user-" + user, "email", "user-" + user + "@" + mailDomain));
        return form;
    }

    private static Map<String, String> organisation(Map<String, String> row, String scheme, String value) {
        return Map.of("scheme", row.get(scheme), "value", row.get(value));
    }
}
