package org.navette.drill.fuzz.lines;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.navette.drill.fuzz.http.Bodies;
import org.navette.drill.fuzz.http.TextFault;
import org.navette.drill.fuzz.values.Chance;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of every operation that reads line by line. */
final class Uploads {

    private static final String NDJSON = "application/x-ndjson";
    private static final int USUAL_LINES = 12;
    private static final int MANY_LINES = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Bodies submissions;

    Uploads(Bodies submissions) {
        this.submissions = submissions;
    }

    Upload draw(Chance chance) {
        return switch (chance.below(8)) {
            case 0, 1 -> bulk(chance);
            case 2, 3 -> table(chance);
            case 4, 5 -> objects(chance);
            case 6 -> wrongHeader(chance);
            default -> noise(chance);
        };
    }

    private Upload bulk(Chance chance) {
        var lines = new Lines(chance);
        for (var left = count(chance) / 2; left >= 0; left--) {
            var line = submissions.draw(chance);
            lines.add(line.body(), Fate.of(line.expectation()));
        }
        return new Upload("lines: submissions", "/api/tickets/bulk", NDJSON, lines.body(), true, lines.fates(), false);
    }

    private Upload table(Chance chance) {
        var kind = chance.any(ReferenceKind.values());
        var table = TableLines.of(kind, chance);
        var lines = new Lines(chance).unanswered((chance.oneIn(5) ? "\uFEFF" : "") + table.header());
        for (var left = count(chance); left > 0; left--) {
            table.add(lines, chance);
        }
        return referenceData("lines: table of " + name(kind), kind, "text/csv", lines, false);
    }

    private Upload objects(Chance chance) {
        var kind = chance.any(ReferenceKind.values());
        var lines = new Lines(chance);
        for (var left = count(chance); left > 0; left--) {
            add(lines, kind, chance);
        }
        return referenceData("lines: JSON of " + name(kind), kind, NDJSON, lines, false);
    }

    private static void add(Lines lines, ReferenceKind kind, Chance chance) {
        switch (chance.below(4)) {
            case 0 -> {
                var text = JSON.writeValueAsBytes(kind.entry(chance).json());
                var spoilt = chance.any(TextFault.values()).spoil(text, chance);
                lines.add(spoilt.body(), Fate.of(spoilt.expectation()));
            }
            case 1 -> lines.add(JSON.writeValueAsBytes(kind.spoilt(chance).json()), Fate.REFUSED);
            default -> lines.add(JSON.writeValueAsBytes(kind.entry(chance).json()), Fate.ACCEPTED);
        }
    }

    private static Upload wrongHeader(Chance chance) {
        var kind = chance.any(ReferenceKind.values());
        var table = TableLines.of(kind, chance);
        var lines = new Lines(chance).unanswered(table.wrongHeader(chance));
        for (var left = count(chance); left > 0; left--) {
            table.add(lines, chance);
        }
        return referenceData("lines: wrong first line of a table", kind, "text/csv", lines, true);
    }

    /** Whatever somebody took for such a file. */
    private static Upload noise(Chance chance) {
        var kind = chance.any(ReferenceKind.values());
        var isTable = chance.oneIn(2);
        var lines = new Lines(chance);
        for (var left = chance.between(1, 20); left > 0; left--) {
            lines.add(chance.bytes(chance.between(10, 3_000)), Fate.REFUSED);
        }
        if (isTable) {
            return referenceData("lines: random bytes", kind, "text/csv", lines, true);
        }
        lines.add(
                "x".repeat(chance.between(60_000, 3 * TextFault.LARGEST_BODY)).getBytes(StandardCharsets.US_ASCII),
                Fate.REFUSED);
        return referenceData("lines: random bytes", kind, NDJSON, lines, false);
    }

    private static Upload referenceData(
            String label, ReferenceKind kind, String contentType, Lines lines, boolean refusedWhole) {
        var fates = refusedWhole ? new TreeMap<Long, Fate>() : lines.fates();
        return new Upload(label, kind.path(), contentType, lines.body(), false, fates, refusedWhole);
    }

    private static int count(Chance chance) {
        return chance.oneIn(100) ? MANY_LINES : chance.between(1, USUAL_LINES);
    }

    private static String name(ReferenceKind kind) {
        return kind == ReferenceKind.ORGANISATIONS ? "organisations" : "objects";
    }
}
