package org.navette.query.consumption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** What this service reads and writes. */
final class Topology {

    /** A dead letter is the record and more, so its topic has to take more than a record's. */
    static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

    private static final List<Topic> READ = List.of(Topics.TICKET_EVENTS, Topics.MAIL_DELIVERIES);

    private Topology() {}

    static List<String> topics() {
        return READ.stream().map(Topic::name).toList();
    }

    static String deadLettersOf(String topic) {
        return READ.stream()
                .filter(read -> read.name().equals(topic))
                .map(read -> read.deadLetters("query").name())
                .findFirst()
                .orElseThrow();
    }

    /** Whether the topic keeps everything, so that a position before its start means that facts were lost. */
    static boolean isKeptForEver(String topic) {
        return topic.equals(Topics.TICKET_EVENTS.name());
    }

    static List<NewTopic> newTopics() {
        return READ.stream()
                .flatMap(topic -> Stream.of(topic.newTopic(), deadLetters(topic)))
                .toList();
    }

    private static NewTopic deadLetters(Topic topic) {
        NewTopic deadLetters = topic.deadLetters("query").newTopic();
        Map<String, String> settings = new LinkedHashMap<>(deadLetters.configs());
        settings.put("max.message.bytes", String.valueOf(LARGEST_DEAD_LETTER));
        return deadLetters.configs(settings);
    }
}
