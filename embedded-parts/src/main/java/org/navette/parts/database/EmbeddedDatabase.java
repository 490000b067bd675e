package org.navette.parts.database;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/** A MongoDB-protocol server in this JVM whose data are in one H2 file. */
public final class EmbeddedDatabase implements Database {

    /** What it can't do, for a person. */
    public static final String LIMITS =
            "it searches without indexes, so it is good for some 20 000 tickets, and a kill -9 may cost it its last 0.1 s";

    /** What a kill -9 may lose of acknowledged writes; without it the file is written when H2 likes, up to 2 s late. */
    private static final long COMMIT_INTERVAL_MILLIS = 100;

    /** H2's own commits know nothing of our order; its thread for them also tidies the file, so it stays. */
    private static final int OWN_COMMIT_MILLIS = 60_000;

    private static final int CACHE_MEGABYTES = 64;

    private final MongoServer server;
    private final ScheduledExecutorService committer;
    private final int port;

    private EmbeddedDatabase(MongoServer server, ScheduledExecutorService committer, int port) {
        this.server = server;
        this.committer = committer;
        this.port = port;
    }

    /**
     * Where its file can't be written any more, on a full disk above all, it answers nobody: what it acknowledged would
     * be lost.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedDatabase start(Path dataDirectory, int port) {
        return start(dataDirectory, port, (server, failure) -> server.shutdownNow());
    }

    /** @param onUnwritable called once, when its file can't be written any more */
    static EmbeddedDatabase start(Path dataDirectory, int port, BiConsumer<MongoServer, Throwable> onUnwritable) {
        try {
            Files.createDirectories(dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var store = new MVStore.Builder()
                .fileName(dataDirectory.resolve("mongo.mv").toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitBufferSize(0)
                .open();
        store.setAutoCommitDelay(OWN_COMMIT_MILLIS);
        var backend = new EmbeddedBackend(store);
        var server = new MongoServer(backend);
        server.bind("127.0.0.1", port);
        var committer = Executors.newSingleThreadScheduledExecutor(EmbeddedDatabase::daemon);
        committer.scheduleWithFixedDelay(
                () -> commit(backend, failure -> onUnwritable.accept(server, failure)),
                COMMIT_INTERVAL_MILLIS,
                COMMIT_INTERVAL_MILLIS,
                TimeUnit.MILLISECONDS);
        return new EmbeddedDatabase(server, committer, server.getLocalAddress().getPort());
    }

    /** What was thrown goes on, so that nothing is committed after a commit that failed. */
    private static void commit(EmbeddedBackend backend, Consumer<Throwable> onFailure) {
        try {
            backend.commit();
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
            throw e;
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "commit-database");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public String description() {
        return "the embedded one (mongo-java-server on an H2 file)";
    }

    @Override
    public String limits() {
        return LIMITS;
    }

    @Override
    public void close() {
        committer.shutdown();
        server.shutdown();
    }
}
