package org.navette.query.store;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Holds two read models against each other, document by document, both read once in the order of their ids. */
public final class Comparison {

    /** Beyond this nobody looks at one by one. */
    private static final int MOST_DIFFERENCES = 100_000;

    private static final int READ_AT_ONCE = 500;
    private static final String AT = "at";

    private final ReadModel live;
    private final ReadModel other;
    private final Instant forgottenBefore;
    private final int most;
    private long compared;
    private long forgotten;
    private boolean brokenOff;

    /** @param forgottenBefore mails that ended before it are no longer in the log: a read model that was built has none */
    public Comparison(ReadModel live, ReadModel other, Instant forgottenBefore) {
        this(live, other, forgottenBefore, MOST_DIFFERENCES);
    }

    Comparison(ReadModel live, ReadModel other, Instant forgottenBefore, int most) {
        this.live = live;
        this.other = other;
        this.forgottenBefore = forgottenBefore;
        this.most = most;
    }

    /** What is not alike, up to as many as anybody looks at. */
    public List<Difference> all() {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < live.data().size(); i++) {
            compare(live.data().get(i), other.data().get(i), nameOf(i), found);
        }
        return found;
    }

    /** Those that are still there; either read model may have moved meanwhile. */
    public List<Difference> again(List<Difference> before) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < live.data().size(); i++) {
            String collection = nameOf(i);
            List<BsonValue> ids = before.stream()
                    .filter(difference -> difference.collection().equals(collection))
                    .map(Difference::id)
                    .toList();
            compareThese(ids, live.data().get(i), other.data().get(i), collection, found);
        }
        return found;
    }

    private void compareThese(
            List<BsonValue> ids,
            MongoCollection<BsonDocument> ones,
            MongoCollection<BsonDocument> others,
            String name,
            List<Difference> found) {
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            List<BsonValue> some = ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE));
            Map<BsonValue, BsonDocument> one = read(ones, some);
            Map<BsonValue, BsonDocument> two = read(others, some);
            some.forEach(id -> add(found, name, id, one.get(id), two.get(id)));
        }
    }

    /** Whether there were so many differences that the rest was not read. */
    public boolean isBrokenOff() {
        return brokenOff;
    }

    public long compared() {
        return compared;
    }

    /** Mails that one of them has because it is older than the log reaches back. */
    public long forgotten() {
        return forgotten;
    }

    private static String nameOf(int index) {
        return ReadModel.DATA.get(index);
    }

    private void compare(
            MongoCollection<BsonDocument> ones,
            MongoCollection<BsonDocument> others,
            String name,
            List<Difference> found) {
        try (MongoCursor<RawBsonDocument> left = inOrder(ones);
                MongoCursor<RawBsonDocument> right = inOrder(others)) {
            Set<BsonValue> odd = new LinkedHashSet<>();
            RawBsonDocument one = next(left, odd);
            RawBsonDocument two = next(right, odd);
            while (one != null || two != null) {
                if (found.size() >= most) {
                    brokenOff = true;
                    return;
                }
                int order = order(one, two);
                compareOne(name, order <= 0 ? one : null, order >= 0 ? two : null, found);
                one = order <= 0 ? next(left, odd) : one;
                two = order >= 0 ? next(right, odd) : two;
            }
            compareThese(List.copyOf(odd), ones, others, name, found);
        }
    }

    private void compareOne(
            String name, @Nullable RawBsonDocument one, @Nullable RawBsonDocument two, List<Difference> found) {
        compared++;
        if (one == null || two == null) {
            add(found, name, (one == null ? Objects.requireNonNull(two) : one).get(Fields.ID), one, two);
        } else if (!one.getByteBuffer().asNIO().equals(two.getByteBuffer().asNIO())) {
            add(found, name, one.get(Fields.ID), one, two);
        }
    }

    private void add(
            List<Difference> found,
            String collection,
            BsonValue id,
            @Nullable BsonDocument one,
            @Nullable BsonDocument two) {
        Difference difference = Difference.of(collection, id, one, two);
        if (difference == null) {
            return;
        }
        if (isForgotten(collection, one, two)) {
            forgotten++;
        } else {
            found.add(difference);
        }
    }

    private boolean isForgotten(String collection, @Nullable BsonDocument one, @Nullable BsonDocument two) {
        return collection.equals(ReadModel.UNDELIVERABLE_MAILS)
                && (one == null || two == null)
                && Stream.of(Optional.ofNullable(one), Optional.ofNullable(two))
                        .flatMap(Optional::stream)
                        .allMatch(this::endedBefore);
    }

    private boolean endedBefore(BsonDocument mail) {
        return mail.isDateTime(AT) && Doc.instant(mail, AT).isBefore(forgottenBefore);
    }

    private static MongoCursor<RawBsonDocument> inOrder(MongoCollection<BsonDocument> collection) {
        return collection
                .withDocumentClass(RawBsonDocument.class)
                .find(ne(Fields.ID, Generations.SENTINEL))
                .sort(Sorts.ascending(Fields.ID))
                .batchSize(READ_AT_ONCE)
                .iterator();
    }

    private static Map<BsonValue, BsonDocument> read(MongoCollection<BsonDocument> collection, List<BsonValue> ids) {
        Map<BsonValue, BsonDocument> found = new HashMap<>();
        collection.find(in(Fields.ID, ids)).forEach(document -> found.put(document.get(Fields.ID), document));
        return found;
    }

    /** @param odd takes the ids that have no place in the order of ours, because they are no strings */
    private static @Nullable RawBsonDocument next(MongoCursor<RawBsonDocument> cursor, Set<BsonValue> odd) {
        while (cursor.hasNext()) {
            RawBsonDocument document = cursor.next();
            if (document.isString(Fields.ID)) {
                return document;
            }
            odd.add(document.get(Fields.ID));
        }
        return null;
    }

    private static int order(@Nullable RawBsonDocument one, @Nullable RawBsonDocument two) {
        if (one == null || two == null) {
            return one == null ? 1 : -1;
        }
        // As the database orders them.
        return Arrays.compareUnsigned(
                id(one).getBytes(StandardCharsets.UTF_8), id(two).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(BsonDocument document) {
        return Doc.required(document, Fields.ID);
    }
}
