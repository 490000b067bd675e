package org.navette.router.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** The settings of Kafka Streams, and why they are not the defaults. */
final class StreamsSettings {

    static final int REQUEST_BYTES = 8 * 1024 * 1024;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;
    private static final int BROKER_AWAY_MS = 3_600_000;
    private static final int SESSION_TIMEOUT_MS = 6_000;
    private static final int HEARTBEAT_MS = 1_500;
    private static final int FETCH_BYTES = 128 * 1024;
    private static final int FETCH_WAIT_MS = 25;
    private static final int POLL_RECORDS = 2_000;
    private static final int LEAST_PROBING_INTERVAL_MS = 60_000;
    private static final int WARM_UPS = 12;

    private StreamsSettings() {}

    /** @param connection bootstrap servers and security, as Spring Boot was given them */
    static Map<String, Object> of(RouterProperties router, Map<String, Object> connection, RocksDbMemory memory) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, router.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, router.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, router.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, router.standbys());
        // An instance that joins takes its share once it has read the state. By default that is looked at every ten
        // minutes,
        // and two tasks are read at a time: its help would come an hour late and more.
        settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, LEAST_PROBING_INTERVAL_MS);
        settings.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, WARM_UPS);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, router.commitInterval().toMillis());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A source topic as its table's changelog would bring undecodable records back into the store.
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        // Clients' clocks decide nothing: with their times, a record from the future would wait for all others.
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(RocksDbMemory.SETTING, memory);
        deadLetters(settings);
        clients(settings);
        return settings;
    }

    private static void deadLetters(Map<String, Object> settings) {
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, RouterTopics.DEAD_LETTERS.name());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnworkableRecords.class);
    }

    private static void clients(Map<String, Object> settings) {
        // After kill -9 the next one must not wait for the dead one's membership and open transaction for a minute.
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MS);
        // A commit or a send that gives up makes Streams close some tasks of a thread while the others go on. A ticket
        // that had been read was then missing from all that the router writes. So nothing gives up: it waits.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), BROKER_AWAY_MS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), BROKER_AWAY_MS);
        // A commit shows partition by partition: without a moment's wait each is a fetch of its own.
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), FETCH_BYTES);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_WAIT_MS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // A dead letter is larger than what it is about.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), REQUEST_BYTES);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), REQUEST_BYTES);
    }
}
