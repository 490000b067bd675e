package org.navette.drill.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Submissions of every outcome: of twelve, five go to technical support, five to a business service, one each is refused by the router and by intake. */
public final class Submissions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<List<String>> TECHNICAL = List.of(
            List.of("issued-invoices", "invoice-submission-problem"),
            List.of("connection", "forgotten-password"),
            List.of("connection", "locked-account"),
            List.of("account", "entitlement-request"));

    private static final Map<String, List<String>> BY_OBJECT = Map.of(
            "invoice", List.of("issued-invoices", "question-to-invoice-recipient"),
            "refund-claim", List.of("tic-refund", "question-on-rejected-claim"),
            "court-fee-statement", List.of("court-fees", "revision-of-statement-amount"));

    private static final List<String> TO_RECIPIENT = List.of("issued-invoices", "question-to-public-entity");

    private final Random random;
    private final List<Map<String, String>> objects = ReferenceData.objects();
    private final List<Map<String, String>> receiving = ReferenceData.organisations(true, true, false);
    private final List<Map<String, String>> deaf = ReferenceData.organisations(true, false, false);
    private final List<Map<String, String>> wantingService = ReferenceData.organisations(true, true, true);
    private int count;

    public Submissions(Random random) {
        this.random = random;
    }

    public Submission next() {
        var mark = "d%08d".formatted(++count);
        var kind = random.nextInt(12);
        if (kind < 5) {
            return submission(mark, form(mark, any(TECHNICAL)), Expected.technical());
        }
        if (kind < 8) {
            return aboutObject(mark);
        }
        if (kind < 10) {
            var recipient = any(receiving);
            return toRecipient(
                    mark, recipient, Expected.business(recipient.get("scheme") + ":" + recipient.get("value")));
        }
        return kind < 11 ? refused(mark) : invalid(mark);
    }

    private Submission aboutObject(String mark) {
        var object = any(objects);
        var key = object.get("recipientScheme") + ":" + object.get("recipientValue");
        var service = object.get("recipientService");
        return aboutObject(
                mark, object, object.get("number"), Expected.business(service.isEmpty() ? key : key + "/" + service));
    }

    private Submission aboutObject(String mark, Map<String, String> object, String number, Expected expected) {
        var form = form(mark, BY_OBJECT.get(object.get("type")));
        var issuer = Map.of("scheme", object.get("issuerScheme"), "value", object.get("issuerValue"));
        form.put("issuer", Map.of("organisation", issuer, "email", Submission.address(mark)));
        form.put("object", Map.of("type", object.get("type"), "number", number));
        return submission(mark, form, expected);
    }

    private Submission toRecipient(String mark, Map<String, String> recipient, Expected expected) {
        var form = form(mark, TO_RECIPIENT);
        form.put("recipient", Map.of("organisation", organisation(recipient)));
        return submission(mark, form, expected);
    }

    private Submission refused(String mark) {
        return switch (random.nextInt(3)) {
            case 0 -> aboutObject(mark, any(objects), "NONE-" + mark, Expected.refused("object-not-found"));
            case 1 -> toRecipient(mark, any(deaf), Expected.refused("recipient-unsuitable"));
            default -> toRecipient(mark, any(wantingService), Expected.refused("recipient-service-required"));
        };
    }

    private Submission invalid(String mark) {
        var form = form(mark, any(TECHNICAL));
        switch (random.nextInt(3)) {
            case 0 -> form.remove("description");
            case 1 -> form.put("category", "no-such-category");
            default -> form.put("issuer", Map.of("email", Submission.address(mark)));
        }
        return submission(mark, form, Expected.invalid());
    }

    private Map<String, Object> form(String mark, List<String> couple) {
        var form = new LinkedHashMap<String, Object>();
        form.put("category", couple.get(0));
        form.put("subCategory", couple.get(1));
        form.put("title", Submission.title(mark));
        form.put("description", "Bonjour,\n" + "Que faire ? ".repeat(1 + random.nextInt(40)));
        form.put("language", random.nextBoolean() ? "fr" : "en");
        form.put("issuer", Map.of("organisation", organisation(any(receiving)), "email", Submission.address(mark)));
        return form;
    }

    private static Map<String, String> organisation(Map<String, String> row) {
        return Map.of("scheme", row.get("scheme"), "value", row.get("value"));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Submission submission(String mark, Map<String, Object> form, Expected expected) {
        return new Submission(mark, JSON.writeValueAsBytes(form), expected);
    }
}
