package org.navette.query.store;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A document that two read models don't have alike.
 *
 * @param collection as it is called in the live one whose name ends in nothing
 * @param id a string, unless somebody else has put the document there
 * @param fields the fields that differ, by path; empty where only one has the document
 */
public record Difference(String collection, BsonValue id, Kind kind, List<String> fields) {

    public enum Kind {
        MISSING("only in the live one"),
        EXTRA("only in the other one"),
        DIFFERING("differs in");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Null where they are alike; the order of fields depends on the way that a document went. */
    static @Nullable Difference of(
            String collection, BsonValue id, @Nullable BsonDocument live, @Nullable BsonDocument other) {
        if (live == null) {
            return other == null ? null : new Difference(collection, id, Kind.EXTRA, List.of());
        } else if (other == null) {
            return new Difference(collection, id, Kind.MISSING, List.of());
        }
        SortedSet<String> fields = new TreeSet<>();
        compare("", live, other, fields);
        return fields.isEmpty() ? null : new Difference(collection, id, Kind.DIFFERING, List.copyOf(fields));
    }

    private static void compare(
            String path, @Nullable BsonValue live, @Nullable BsonValue other, SortedSet<String> fields) {
        if (live instanceof BsonDocument one && other instanceof BsonDocument two) {
            SortedSet<String> names = new TreeSet<>(one.keySet());
            names.addAll(two.keySet());
            names.forEach(name -> compare(below(path, name), one.get(name), two.get(name), fields));
        } else if (live instanceof BsonArray one && other instanceof BsonArray two && one.size() == two.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(below(path, String.valueOf(i)), one.get(i), two.get(i), fields);
            }
        } else if (live == null || !live.equals(other)) {
            fields.add(path);
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Without any value: it may be what a person typed. */
    @Override
    public String toString() {
        return "%s %s: %s %s"
                .formatted(
                        collection,
                        id.isString() ? id.asString().getValue() : id,
                        kind.words,
                        String.join(", ", fields))
                .strip();
    }
}
