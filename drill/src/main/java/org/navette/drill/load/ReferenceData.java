package org.navette.drill.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The demo organisations and business objects. */
public final class ReferenceData {

    private static final CsvMapper CSV = new CsvMapper();

    private ReferenceData() {}

    /** @param kind {@code organisations} or {@code business-objects} */
    public static byte[] csv(String kind) {
        try (var in = ReferenceData.class.getResourceAsStream("/reference-data/" + kind + ".csv")) {
            return Objects.requireNonNull(in, kind).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects that were sent, and whose issuer has no other under the same number. */
    static List<Map<String, String>> objects() {
        var byNumber = rows("business-objects").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("issuerScheme") + row.get("issuerValue") + " " + row.get("number")));
        return rows("business-objects").stream()
                .filter(row -> row.get("state").equals("sent")
                        && !row.get("recipientValue").isEmpty()
                        && byNumber.get(row.get("issuerScheme") + row.get("issuerValue") + " " + row.get("number"))
                                        .size()
                                == 1)
                .toList();
    }

    static List<Map<String, String>> organisations(boolean active, boolean receivesTickets, boolean serviceRequired) {
        return rows("organisations").stream()
                .filter(row -> row.get("scheme").equals("SIRET"))
                .filter(row -> Boolean.parseBoolean(row.get("active")) == active)
                .filter(row -> Boolean.parseBoolean(row.get("receivesTickets")) == receivesTickets)
                .filter(row -> Boolean.parseBoolean(row.get("serviceRequired")) == serviceRequired)
                .toList();
    }

    private static List<Map<String, String>> rows(String kind) {
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv(kind))) {
            return rows.readAll();
        }
    }
}
