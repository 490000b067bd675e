package org.navette.bench.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** The demo organisations and business objects, as the local run loads them. */
public final class ReferenceData {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.TRIM_SPACES).build();

    private ReferenceData() {}

    /** As intake takes them. */
    public static byte[] organisationsCsv() {
        return read("organisations.csv");
    }

    /** As intake takes them. */
    public static byte[] businessObjectsCsv() {
        return read("business-objects.csv");
    }

    /** Objects that can be asked about: those that were sent. */
    static List<Map<String, String>> objects() {
        return rows(businessObjectsCsv()).stream()
                .filter(row -> "sent".equals(row.get("state")))
                .toList();
    }

    /** Structures that take tickets without more. */
    static List<Map<String, String>> recipients() {
        return rows(organisationsCsv()).stream()
                .filter(row -> "SIRET".equals(row.get("scheme")))
                .filter(row -> "true".equals(row.get("active")))
                .filter(row -> "true".equals(row.get("receivesTickets")))
                .filter(row -> "false".equals(row.get("serviceRequired")))
                .toList();
    }

    private static List<Map<String, String>> rows(byte[] csv) {
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }

    private static byte[] read(String name) {
        try (var in = ReferenceData.class.getResourceAsStream("/reference-data/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
