package org.navette.drill.observe;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Counts the records that were set aside: everything that the drill sends can be handled, so there must be none. */
final class DeadLetters {

    private static final long LIMIT_SECONDS = 20;

    private final String bootstrapServers;
    private final TopicReader topics;
    private long count;

    DeadLetters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.topics = new TopicReader(bootstrapServers);
    }

    long count() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            var names = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(name -> name.endsWith("-dlt"))
                    .toList();
            topics.readNew(names, record -> count++);
            return count;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the dead letters can't be counted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
