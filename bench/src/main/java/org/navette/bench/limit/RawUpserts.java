package org.navette.bench.limit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.navette.bench.stack.ReadModel;

/**
 * Unordered bulk upserts by the driver: the documents that the query service wrote under new ids, into a collection with
 * the same indexes, by two threads. Argument: how many.
 */
public final class RawUpserts {

    private static final int TEMPLATES = 5_000;
    private static final int THREADS = 2;
    private static final int BATCH = 1_000;
    private static final String COLLECTION = "bench_upserts";

    private RawUpserts() {}

    public static void main(String[] args) {
        var count = Integer.parseInt(args[0]);
        try (var client = MongoClients.create(Setting.variable("MONGODB_URI"))) {
            var model = client.getDatabase(ReadModel.DATABASE).getCollection(ReadModel.TICKETS);
            var templates = model.find().limit(TEMPLATES).into(new ArrayList<>());
            if (templates.isEmpty()) {
                throw new IllegalStateException("the read model is empty");
            }
            var target = emptyCopy(client, model);
            write(target, templates, 0, Math.min(count, TEMPLATES * THREADS));
            target.deleteMany(new Document());
            var start = System.nanoTime();
            write(target, templates, 0, count);
            Result.print(count, System.nanoTime() - start);
            target.drop();
        }
    }

    private static MongoCollection<Document> emptyCopy(MongoClient client, MongoCollection<Document> model) {
        var target = client.getDatabase(ReadModel.DATABASE).getCollection(COLLECTION);
        target.drop();
        for (var index : model.listIndexes()) {
            if (!index.getString("name").equals("_id_")) {
                index.keySet().removeAll(List.of("ns", "v"));
                client.getDatabase(ReadModel.DATABASE)
                        .runCommand(new Document("createIndexes", COLLECTION).append("indexes", List.of(index)));
            }
        }
        return target;
    }

    private static void write(MongoCollection<Document> target, List<Document> templates, int from, int to) {
        var share = (to - from + THREADS - 1) / THREADS;
        var work = IntStream.range(0, THREADS)
                .mapToObj(thread -> CompletableFuture.runAsync(
                        () -> writeShare(
                                target, templates, from + thread * share, Math.min(to, from + (thread + 1) * share)),
                        task -> new Thread(task, "upserts").start()))
                .toList();
        work.forEach(CompletableFuture::join);
    }

    private static void writeShare(MongoCollection<Document> target, List<Document> templates, int from, int to) {
        var options = new BulkWriteOptions().ordered(false);
        for (var first = from; first < to; first += BATCH) {
            var writes = new ArrayList<WriteModel<Document>>(BATCH);
            for (var i = first; i < Math.min(to, first + BATCH); i++) {
                writes.add(upsert(templates.get(i % templates.size()), i));
            }
            target.bulkWrite(writes, options);
        }
    }

    private static WriteModel<Document> upsert(Document template, int index) {
        var id = String.format("%016d", index);
        var fields = new Document(template);
        // Ids and times too, so that indexes get as many different keys as in the read model.
        fields.replaceAll((name, value) -> value.equals(template.get("_id"))
                ? id
                : value instanceof Date time ? new Date(time.getTime() + index) : value);
        fields.remove("_id");
        return new UpdateOneModel<>(
                new Document("_id", id), new Document("$set", fields), new UpdateOptions().upsert(true));
    }
}
