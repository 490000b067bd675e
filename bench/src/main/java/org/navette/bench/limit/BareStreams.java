package org.navette.bench.limit;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Runs a topology exactly once, with the router's number of threads, commit interval and client settings. */
final class BareStreams {

    private static final int THREADS = 2;
    private static final int COMMIT_INTERVAL_MILLIS = 50;
    private static final int FETCH_BYTES = 128 * 1024;
    private static final int FETCH_WAIT_MILLIS = 25;
    private static final int POLL_RECORDS = 2_000;
    private static final int BATCH_BYTES = 128 * 1024;

    private BareStreams() {}

    /** Returns at once; the topology runs until the process is stopped. */
    static void run(Topology topology, String applicationId, String stateDirectory) {
        var streams = new KafkaStreams(topology, settings(applicationId, stateDirectory));
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "stop-" + applicationId));
        streams.start();
    }

    private static Properties settings(String applicationId, String stateDirectory) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, Setting.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MILLIS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), FETCH_BYTES);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_WAIT_MILLIS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        return settings;
    }
}
