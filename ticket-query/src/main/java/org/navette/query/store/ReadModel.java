package org.navette.query.store;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collections of a read model. There may be several, told apart by what their collections' names end in: the live one,
 * and one that is built to take its place.
 */
public final class ReadModel {

    private static final String TICKETS = "tickets";
    private static final String REFUSALS = "refusals";
    private static final String REJECTED_ACTIONS = "rejected-actions";
    static final String UNDELIVERABLE_MAILS = "undeliverable-mails";
    private static final String POSITIONS = "positions";

    /** Without what their names end in. */
    static final List<String> DATA = List.of(TICKETS, REFUSALS, REJECTED_ACTIONS, UNDELIVERABLE_MAILS);

    /** Nobody else's collections end so by chance. */
    private static final Pattern NAME =
            Pattern.compile("(?:%s)(|-\\d{14}-[0-9a-f]{4})".formatted(POSITIONS + "|" + String.join("|", DATA)));

    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("-yyyyMMddHHmmss-").withZone(ZoneOffset.UTC);
    private static final int ANY = 0x10000;
    private static final int SENTINELS = 1;

    private static final List<String> SEARCHED =
            List.of(Fields.ISSUER, Fields.RECIPIENTS, Fields.CATEGORY, Fields.SUB_CATEGORY);

    private final MongoDatabase database;
    private final String suffix;

    ReadModel(MongoDatabase database, String suffix) {
        this.database = database;
        this.suffix = suffix;
    }

    ReadModel readFrom(ReadPreference preference) {
        return new ReadModel(database.withReadPreference(preference), suffix);
    }

    static String newSuffix(Instant now) {
        return SUFFIX.format(now) + "%04x".formatted(ThreadLocalRandom.current().nextInt(ANY));
    }

    /** What a collection's name ends in, where it is one of a read model. */
    static Optional<String> suffixOf(String collection) {
        return Optional.of(NAME.matcher(collection)).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    String suffix() {
        return suffix;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadModel model && model.suffix.equals(suffix);
    }

    @Override
    public int hashCode() {
        return suffix.hashCode();
    }

    /** For a person. */
    public String name() {
        return TICKETS + suffix;
    }

    /** A document a ticket, under its number. */
    public MongoCollection<BsonDocument> tickets() {
        return collection(TICKETS);
    }

    /** Without going through them. */
    public long countTickets() {
        return tickets().estimatedDocumentCount() - SENTINELS;
    }

    /** A document a refused submission, under its number. */
    public MongoCollection<BsonDocument> refusals() {
        return collection(REFUSALS);
    }

    /** A document an action that was not applied. */
    public MongoCollection<BsonDocument> rejectedActions() {
        return collection(REJECTED_ACTIONS);
    }

    /** A document an e-mail that reached nobody. */
    public MongoCollection<BsonDocument> undeliverableMails() {
        return collection(UNDELIVERABLE_MAILS);
    }

    /** A document a partition: how far the other collections have come. */
    MongoCollection<BsonDocument> positions() {
        return collection(POSITIONS);
    }

    /** Every collection whose content comes from the log. */
    List<MongoCollection<BsonDocument>> data() {
        return DATA.stream().map(this::collection).toList();
    }

    /** The positions first: a reader finds nothing rather than a part. */
    public void drop() {
        positions().drop();
        data().forEach(MongoCollection::drop);
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name + suffix, BsonDocument.class);
    }

    /** Creates the indexes that are missing, of collections that hold nothing or little. */
    void createIndexes() {
        tickets().createIndexes(lists());
        createOtherIndexes(UnaryOperator.identity());
    }

    /**
     * What creates them where many documents are there already, two commands at the same time: each goes through all
     * documents with one thread of the database, and on two processors both took little more than half as long as one
     * for all (docs/benchmarks.md).
     *
     * @param longest for each index command
     */
    List<Callable<Void>> indexing(Duration longest) {
        UnaryOperator<MongoCollection<BsonDocument>> limit =
                collection -> collection.withTimeout(longest.toSeconds(), TimeUnit.SECONDS);
        List<IndexModel> lists = lists();
        int half = lists.size() / 2;
        return List.of(
                () -> {
                    limit.apply(tickets()).createIndexes(lists.subList(0, half));
                    return null;
                },
                () -> {
                    limit.apply(tickets()).createIndexes(lists.subList(half, lists.size()));
                    createOtherIndexes(limit);
                    return null;
                });
    }

    /**
     * In each list's index the status comes before the time, so that a list of some statuses is as many short scans,
     * merged; a list without a status asks for all of them and needs no index of its own.
     */
    private static List<IndexModel> lists() {
        List<IndexModel> lists = new ArrayList<>();
        lists.add(index(Indexes.ascending(Fields.STATUS), byAge()));
        SEARCHED.forEach(field -> lists.add(index(Indexes.ascending(field, Fields.STATUS), byAge())));
        return lists;
    }

    private void createOtherIndexes(UnaryOperator<MongoCollection<BsonDocument>> limit) {
        limit.apply(refusals()).createIndexes(List.of(index(Indexes.ascending(Fields.CODE))));
        limit.apply(rejectedActions()).createIndexes(List.of(index(Indexes.ascending(Fields.TICKET_NUMBER, "at"))));
        limit.apply(undeliverableMails()).createIndexes(List.of(index(Indexes.ascending(Fields.TICKET_NUMBER))));
    }

    private static Bson byAge() {
        return Indexes.descending(Fields.SUBMITTED_AT, Fields.ID);
    }

    private static IndexModel index(Bson... keys) {
        return new IndexModel(Indexes.compoundIndex(keys));
    }
}
