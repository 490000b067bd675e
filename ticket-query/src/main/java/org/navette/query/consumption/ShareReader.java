package org.navette.query.consumption;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.navette.query.facts.Batch;
import org.navette.query.facts.UnusableRecordException;
import org.navette.query.store.Partition;
import org.navette.query.store.Written;

/** One thread's part of reading the log: folds across polls, so that a ticket's facts are written together. */
final class ShareReader {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Small beside the work of all threads: while some wait for the database, the others have something to read. */
    private static final int MOST_TICKETS = 2_000;

    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final int MOST_RECORDS = 10_000;

    private final Consumer<byte[], byte[]> consumer;
    private final RecordReader reader;
    private final Function<Batch, Written> write;
    private final Waiting waiting;
    private final ReadingProgress progress;
    private Batch batch = new Batch();
    private long bytes;
    private int records;

    ShareReader(
            Consumer<byte[], byte[]> consumer,
            RecordReader reader,
            Function<Batch, Written> write,
            Waiting waiting,
            ReadingProgress progress) {
        this.consumer = consumer;
        this.reader = reader;
        this.write = write;
        this.waiting = waiting;
        this.progress = progress;
    }

    void read(Map<Partition, Long> from, Map<Partition, Long> to) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        to.forEach((partition, end) -> ends.put(LogReader.topicPartition(partition), end));
        consumer.assign(ends.keySet());
        to.keySet().forEach(partition -> consumer.seek(LogReader.topicPartition(partition), from.get(partition)));
        while (!ends.isEmpty()) {
            add(consumer.poll(POLL), ends);
            // Its own positions, which pass the marks of transactions.
            if (ends.entrySet().removeIf(entry -> consumer.position(entry.getKey()) >= entry.getValue())) {
                consumer.assign(ends.keySet());
            }
        }
        flush();
    }

    private void add(ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Long> ends) {
        for (TopicPartition partition : polled.partitions()) {
            long end = ends.get(partition);
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                if (record.offset() < end) {
                    add(record);
                }
            }
        }
        progress.read(polled.count());
        if (records >= MOST_RECORDS || batch.tickets().size() >= MOST_TICKETS || bytes >= MOST_BYTES) {
            flush();
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            readPatiently(record);
        } catch (UnusableRecordException e) {
            progress.setAside();
        }
        records++;
        bytes += Math.max(0, record.serializedValueSize());
    }

    private void readPatiently(ConsumerRecord<byte[], byte[]> record) {
        while (true) {
            try {
                reader.read(record, batch);
                return;
            } catch (RegistryAwayException e) {
                waiting.await(e);
            }
        }
    }

    private void flush() {
        Written written = write.apply(batch);
        // The service wrote them in smaller batches, and has what fits.
        written.tooLarge().keySet().forEach(number -> batch.oneByOne(number).forEach(write::apply));
        progress.written(batch.tickets().size(), written.tooLarge().size());
        batch = new Batch();
        records = 0;
        bytes = 0;
    }
}
