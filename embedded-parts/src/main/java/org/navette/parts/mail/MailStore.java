package org.navette.parts.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The mails on disk; none is held in memory. They are written to the log one by one and indexed some at a time, at the
 * latest before a question is answered: what was accepted is found.
 */
final class MailStore implements AutoCloseable {

    private static final int BATCH = 200;
    private static final long INDEX_INTERVAL_MILLIS = 200;

    private final MailLog log;
    private final MailIndex index;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MailStore::daemon);
    private long indexed;

    private MailStore(MailLog log, MailIndex index) {
        this.log = log;
        this.index = index;
        this.indexed = index.position();
    }

    static MailStore open(Path directory) {
        try {
            Files.createDirectories(directory);
            var store = new MailStore(MailLog.open(directory.resolve("mails.log")), MailIndex.open(directory));
            store.recover();
            store.timer.scheduleWithFixedDelay(
                    store::indexNew, INDEX_INTERVAL_MILLIS, INDEX_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("can't open the mails in " + directory, e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "index-mails");
        thread.setDaemon(true);
        return thread;
    }

    private void recover() throws IOException {
        indexNew();
        if (indexed < log.end()) {
            log.cut(indexed);
        }
    }

    /** The mail is on disk at return. */
    void keep(String recipient, Instant receivedAt, byte[] source) throws IOException {
        log.append(recipient, receivedAt, source);
    }

    private synchronized void indexNew() {
        try {
            var batch = nextBatch();
            while (!batch.isEmpty()) {
                index.add(batch);
                indexed = batch.get(batch.size() - 1).next();
                batch = nextBatch();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the mails can't be read", e);
        }
    }

    private List<MailLog.Entry> nextBatch() throws IOException {
        var batch = new ArrayList<MailLog.Entry>();
        var end = log.end();
        var position = indexed;
        while (batch.size() < BATCH && position < end) {
            var entry = log.read(position);
            if (entry.isEmpty()) {
                return batch;
            }
            batch.add(entry.get());
            position = entry.get().next();
        }
        return batch;
    }

    /** With all that was accepted up to now. */
    MailIndex index() {
        indexNew();
        return index;
    }

    /** The mail as it came in. */
    Optional<byte[]> source(long id) {
        // Only positions that the index knows begin a record.
        return index().find(id).flatMap(mail -> read(id)).map(MailLog.Entry::source);
    }

    private Optional<MailLog.Entry> read(long id) {
        try {
            return log.read(id);
        } catch (IOException e) {
            throw new UncheckedIOException("mail " + id + " can't be read", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            index.close();
            try {
                log.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
