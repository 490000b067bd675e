package org.navette.parts.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The library's backend with what services rely on: {@code hello}, which it knows by its old name only and which health
 * checks ask for; conditional changes that use the index on {@code _id}; documents that don't change once they are stored;
 * and an order between changes, definitions of collections and commits.
 */
final class EmbeddedBackend extends H2Backend {

    private static final Set<String> DEFINITIONS =
            Set.of("create", "createindexes", "drop", "dropdatabase", "dropindexes", "renamecollection");
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "findandmodify");

    /** As the library names them. */
    private static final String DOCUMENTS_PREFIX = "databases.";

    private static final String META_PREFIX = "meta.";

    /**
     * A command that runs while its collection is dropped fails, or leaves half of it behind; one that runs while its
     * collection gets an index fails too.
     */
    private final ReadWriteLock definitions = new ReentrantReadWriteLock();

    /**
     * A commit takes the collections one after the other: what is written meanwhile could be in the file while what was
     * written, and acknowledged, before it is not. Reading may go on.
     */
    private final ReadWriteLock changes = new ReentrantReadWriteLock();

    EmbeddedBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new H2Database(databaseName, getMvStore(), getCursorRegistry()) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                var name = getFullCollectionNamespace(collection);
                MVMap<Object, Document> documents = getMvStore().openMap(DOCUMENTS_PREFIX + name);
                MVMap<String, Object> meta = getMvStore().openMap(META_PREFIX + name);
                return new CopyingCollection(this, collection, options, documents, meta, cursorRegistry);
            }

            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new NarrowingIndex(super.openOrCreateUniqueIndex(collection, index, keys, sparse), sparse);
            }

            @Override
            protected Index<Object> openOrCreateSecondaryIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new UnusedIndex(index, keys);
            }
        };
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            var answer = super.handleCommand(channel, database, "ismaster", query);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        Supplier<Document> work = () -> super.handleCommand(channel, database, command, query);
        if (DEFINITIONS.contains(name)) {
            return locked(definitions.writeLock(), () -> locked(changes.readLock(), work));
        }
        return locked(definitions.readLock(), CHANGES.contains(name) ? () -> locked(changes.readLock(), work) : work);
    }

    /**
     * Nothing changes while it takes the collections as they are; they are written, which is the slow part, afterwards. That
     * they are written as they were rests on {@link CopyingCollection}.
     */
    @Override
    public void commit() {
        locked(changes.writeLock(), getMvStore()::tryCommit);
        getMvStore().executeFilestoreOperation(() -> {});
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
