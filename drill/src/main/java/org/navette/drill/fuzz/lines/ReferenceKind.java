package org.navette.drill.fuzz.lines;

import java.util.List;
import java.util.StringJoiner;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.Identifiers;
import org.navette.drill.fuzz.values.OddTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The two kinds of reference data, under identifiers that none of the tickets that are followed use. */
enum ReferenceKind {
    ORGANISATIONS(
            "organisations",
            List.of("scheme", "value", "name", "active", "receivesTickets", "serviceRequired", "services", "delete")) {
        @Override
        Entry entry(Chance chance) {
            var entry = organisation(chance);
            entry.put("name", "Fuzz, \"" + OddTexts.plain(chance, chance.between(1, 30)) + "\" é");
            if (chance.oneIn(2)) {
                entry.put("active", chance.oneIn(2)).put("receivesTickets", chance.oneIn(2));
            }
            if (chance.oneIn(2)) {
                var services = entry.putArray("services");
                for (var i = chance.below(4); i >= 0; i--) {
                    services.addObject()
                            .put("code", "S" + i)
                            .put("name", "Service " + i)
                            .put("active", chance.oneIn(2));
                }
            }
            return new Entry(entry, Fate.ACCEPTED);
        }

        @Override
        Entry spoilt(Chance chance) {
            var entry = entry(chance).json();
            switch (chance.below(8)) {
                case 0 -> entry.put("scheme", "SIRET").put("value", Identifiers.siretWithWrongCheck(chance));
                case 1 -> entry.put("scheme", "SIRET")
                        .put(
                                "value",
                                chance.any(
                                        "1", "9900791960003", "990079196000380", "9900791960003X", "٩٩٠٠٧٩١٩٦٠٠٠٣٨"));
                case 2 -> entry.put("scheme", chance.any("siret", "NONE", "SIRET ."));
                case 3 -> entry.put("name", OddTexts.plain(chance, chance.between(201, 2_000)));
                case 4 -> entry.remove("name");
                case 5 -> entry.put("name", OddTexts.control(chance));
                case 6 -> entry.put("active", chance.any("yes", "1", "TRUE", "wahr"));
                default -> {
                    var services = entry.putArray("services");
                    services.addObject().put("code", "A").put("name", "a");
                    services.addObject().put("code", "A").put("name", "again");
                }
            }
            return new Entry(entry, Fate.REFUSED);
        }
    },
    BUSINESS_OBJECTS(
            "business-objects",
            List.of(
                    "id",
                    "type",
                    "number",
                    "year",
                    "issuerScheme",
                    "issuerValue",
                    "state",
                    "recipientScheme",
                    "recipientValue",
                    "recipientName",
                    "recipientService",
                    "recipientServiceName",
                    "delete")) {
        @Override
        Entry entry(Chance chance) {
            var entry = NODES.objectNode();
            entry.put("id", "fuzz-" + chance.bits())
                    .put("type", chance.any("invoice", "refund-claim", "court-fee-statement"));
            entry.put("number", "F/" + chance.below(1_000_000)).put("year", String.valueOf(chance.between(2000, 2030)));
            entry.set("issuer", organisation(chance));
            entry.put("state", chance.any("draft", "sent", "rejected"));
            if (chance.oneIn(2)) {
                var recipient = organisation(chance);
                recipient.put("name", "Fuzz; \"recipient\"");
                if (chance.oneIn(2)) {
                    recipient.put("service", "S").put("serviceName", "Service");
                }
                entry.set("recipient", recipient);
            }
            return new Entry(entry, Fate.ACCEPTED);
        }

        @Override
        Entry spoilt(Chance chance) {
            var entry = entry(chance).json();
            switch (chance.below(8)) {
                case 0 -> entry.put("year", chance.any("0", "99999", "x", "2024.5", "-1", "3000", "1e3"));
                case 1 -> entry.put("state", chance.any("SENT", "paid", "x"));
                case 2 -> entry.put("number", chance.any("a b", "é", "x".repeat(36), "a*b"));
                case 3 -> entry.put("type", chance.any("INVOICE", "none", "x".repeat(101)));
                case 4 -> entry.put("id", chance.any("a b", "é", "x".repeat(101)));
                case 5 -> entry.remove(chance.any("id", "number", "year", "state", "type"));
                case 6 -> ((ObjectNode) entry.path("issuer"))
                        .put("scheme", "SIRET")
                        .put("value", Identifiers.siretWithWrongCheck(chance));
                default -> ((ObjectNode) entry.path("issuer")).remove("value");
            }
            return new Entry(entry, Fate.REFUSED);
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String path;
    private final List<String> columns;

    ReferenceKind(String path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    String path() {
        return "/api/reference-data/" + path;
    }

    List<String> columns() {
        return columns;
    }

    abstract Entry entry(Chance chance);

    /** With a value that must be refused, however it is written. */
    abstract Entry spoilt(Chance chance);

    /** What a table says under that column; empty where the entry has no such value. */
    static String cell(ObjectNode entry, String column) {
        if (column.equals("services")) {
            return services(entry.path("services"));
        }
        for (var block : List.of("issuer", "recipient")) {
            if (column.startsWith(block) && column.length() > block.length()) {
                var name = Character.toLowerCase(column.charAt(block.length())) + column.substring(block.length() + 1);
                return entry.path(block).path(name).asString("");
            }
        }
        return entry.path(column).asString("");
    }

    private static String services(JsonNode services) {
        var cell = new StringJoiner(";");
        for (var service : services) {
            cell.add((service.path("active").asBoolean(true) ? "" : "!")
                    + service.path("code").asString() + "="
                    + service.path("name").asString());
        }
        return cell.toString();
    }

    private static ObjectNode organisation(Chance chance) {
        var isSiret = chance.oneIn(2);
        return NODES.objectNode()
                .put("scheme", isSiret ? "SIRET" : "OTHER")
                .put("value", isSiret ? Identifiers.siret(chance) : "FUZZ-" + chance.below(1_000_000));
    }
}
