package org.navette.examples.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The demo organisations and business objects, as the files that the local run loads have them. */
final class ReferenceData {

    record Service(String code, boolean active) {}

    record Organisation(
            String scheme,
            String value,
            String name,
            boolean active,
            boolean receives,
            boolean serviceRequired,
            List<Service> services) {

        boolean isSuitable() {
            return active && receives;
        }
    }

    /** @param recipient key of who must answer for it; null where that is not known yet */
    record BusinessObject(
            String type,
            String number,
            int year,
            String id,
            String issuerScheme,
            String issuerValue,
            @Nullable String recipient) {}

    private final List<Organisation> organisations = new ArrayList<>();
    private final List<BusinessObject> objects;

    ReferenceData() {
        for (Map<String, String> row : rows("organisations.csv")) {
            organisations.add(organisation(row));
        }
        // Of one issuer, number and type the latest year counts, and of one year the greatest id.
        Map<String, BusinessObject> latest = new TreeMap<>();
        for (Map<String, String> row : rows("business-objects.csv")) {
            BusinessObject object = object(row);
            latest.merge(
                    String.join("|", object.issuerScheme, object.issuerValue, object.number, object.type),
                    object,
                    ReferenceData::later);
        }
        objects = List.copyOf(latest.values());
    }

    List<Organisation> organisations(Predicate<Organisation> which) {
        return found(organisations, which);
    }

    List<BusinessObject> objects(Predicate<BusinessObject> which) {
        return found(objects, which);
    }

    boolean exists(BusinessObject like, String type) {
        return objects.stream()
                .anyMatch(o ->
                        o.issuerValue.equals(like.issuerValue) && o.number.equals(like.number) && o.type.equals(type));
    }

    private static <T> List<T> found(Collection<T> all, Predicate<T> which) {
        List<T> found = all.stream().filter(which).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("the demo reference data lack what the generator needs");
        }
        return found;
    }

    private static BusinessObject later(BusinessObject a, BusinessObject b) {
        return a.year != b.year ? (a.year > b.year ? a : b) : (a.id.compareTo(b.id) > 0 ? a : b);
    }

    private static Organisation organisation(Map<String, String> row) {
        List<Service> services = new ArrayList<>();
        for (String service : row.get("services").split(";")) {
            if (!service.isBlank()) {
                boolean active = !service.startsWith("!");
                services.add(new Service(service.substring(active ? 0 : 1, service.indexOf('=')), active));
            }
        }
        return new Organisation(
                row.get("scheme"),
                row.get("value"),
                row.get("name"),
                Boolean.parseBoolean(row.get("active")),
                Boolean.parseBoolean(row.get("receivesTickets")),
                Boolean.parseBoolean(row.get("serviceRequired")),
                services);
    }

    private static BusinessObject object(Map<String, String> row) {
        boolean sentBack = row.get("state").equals("rejected")
                && !row.get("initialRecipientValue").isEmpty();
        return new BusinessObject(
                row.get("type"),
                row.get("number"),
                Integer.parseInt(row.get("year")),
                row.get("id"),
                row.get("issuerScheme"),
                row.get("issuerValue"),
                recipient(row, sentBack ? "initialRecipient" : "recipient"));
    }

    private static @Nullable String recipient(Map<String, String> row, String prefix) {
        String value = row.get(prefix + "Value");
        return value.isEmpty() ? null : key(row.get(prefix + "Scheme"), value, row.get(prefix + "Service"));
    }

    static String key(String scheme, String value, String service) {
        return scheme + ":" + value + (service.isEmpty() ? "" : "/" + service);
    }

    private static List<Map<String, String>> rows(String file) {
        try (InputStream in =
                        Objects.requireNonNull(ReferenceData.class.getResourceAsStream("/reference-data/" + file));
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
