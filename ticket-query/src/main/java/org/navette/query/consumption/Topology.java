package org.navette.query.consumption;

import java.util.List;
import java.util.stream.Stream;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** What this service reads and writes. */
final class Topology {

    static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

    private static final String SERVICE = "query";
    private static final List<Topic> READ = List.of(Topics.TICKET_EVENTS, Topics.MAIL_DELIVERIES);

    private Topology() {}

    static List<String> topics() {
        return READ.stream().map(Topic::name).toList();
    }

    static String deadLettersOf(String topic) {
        return READ.stream()
                .filter(read -> read.name().equals(topic))
                .map(read -> read.deadLettersName(SERVICE))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the topic keeps everything, so that a position before its start means that facts were lost. */
    static boolean isKeptForEver(String topic) {
        return topic.equals(Topics.TICKET_EVENTS.name());
    }

    static List<Topic> readAndWritten() {
        return READ.stream()
                .flatMap(topic -> Stream.of(topic, topic.deadLetters(SERVICE, LARGEST_DEAD_LETTER)))
                .toList();
    }
}
