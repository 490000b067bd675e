package org.navette.bench.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** Creates topics before anybody is started, so that no start waits for them. */
final class TopicsThere {

    private TopicsThere() {}

    /** Those of the pipeline, and more with as many partitions as {@code tickets-submitted}. */
    static void create(String bootstrapServers, List<String> more) {
        var topics =
                new ArrayList<NewTopic>(Topics.ALL.stream().map(Topic::newTopic).toList());
        var partitions = Optional.of(Topics.TICKETS_SUBMITTED.partitions());
        more.forEach(name -> topics.add(new NewTopic(name, partitions, Optional.empty())));
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get();
            topics.removeIf(topic -> there.contains(topic.name()));
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics can't be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
