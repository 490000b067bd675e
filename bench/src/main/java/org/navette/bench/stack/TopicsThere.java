package org.navette.bench.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** Creates topics before anybody is started, so that no start waits for them. */
final class TopicsThere {

    private TopicsThere() {}

    /** Those of the pipeline, and more. */
    static void create(String bootstrapServers, List<String> more, int partitions) {
        var topics = new ArrayList<>(Topics.ALL);
        more.forEach(name -> topics.add(new Topic(name, List.of(), Map.of())));
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            MissingTopics.create(admin, topics, partitions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
