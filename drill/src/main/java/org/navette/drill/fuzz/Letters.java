package org.navette.drill.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.navette.drill.fuzz.topic.Letter;
import org.navette.drill.observe.TopicReader;
import org.navette.parts.Wait;

/** All dead letters that there are, read on each time from where the reading ended. */
public final class Letters {

    private static final long LIMIT_SECONDS = 20;
    private static final Duration LOOK = Duration.ofMillis(250);

    private final String bootstrapServers;
    private final TopicReader topics;
    private final List<Letter> letters = new ArrayList<>();

    Letters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.topics = new TopicReader(bootstrapServers);
    }

    public List<Letter> all() {
        topics.readNew(names(), record -> letters.add(Letter.of(record)));
        return List.copyOf(letters);
    }

    /** Waits for one. */
    public Optional<Letter> await(Predicate<Letter> wanted, Duration limit) {
        Wait.until(limit, LOOK, () -> all().stream().anyMatch(wanted));
        return letters.stream().filter(wanted).findFirst();
    }

    private List<String> names() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            return admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(name -> name.endsWith("-dlt"))
                    .toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the dead letters can't be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
