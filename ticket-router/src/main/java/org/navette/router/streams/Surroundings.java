package org.navette.router.streams;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topics;

/** What must be there before the topology starts: the broker with its topics, and the registry. */
final class Surroundings {

    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Admin admin;
    private final URI registry;
    private final int partitions;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /** @param partitions of topics, where there are none yet */
    Surroundings(Admin admin, URI registry, int partitions) {
        this.admin = admin;
        this.registry = registry;
        this.partitions = partitions;
    }

    /**
     * Creates the topics that are missing.
     *
     * @return the number of partitions that the owners of tickets share
     * @throws IOException where something is away
     * @throws org.apache.kafka.common.KafkaException where the broker is away or doesn't let us create topics
     * @throws IllegalStateException where the topics can't work together
     */
    int prepare() throws IOException, InterruptedException {
        MissingTopics.create(admin, RouterTopics.ALL, partitions);
        askRegistry();
        return commonPartitions();
    }

    /** A start without it would throw the state away: a task that fails on its first record loses its stores. */
    private void askRegistry() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(registry + "/subjects"))
                .timeout(ANSWER)
                .build();
        int status = http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 500) {
            throw new IOException("the registry answers " + status);
        }
    }

    private int commonPartitions() throws IOException, InterruptedException {
        String submitted = Topics.TICKETS_SUBMITTED.name();
        String actions = Topics.TICKET_ACTIONS.name();
        Map<String, TopicDescription> topics =
                get(admin.describeTopics(List.of(submitted, actions)).allTopicNames());
        int partitions = topics.get(submitted).partitions().size();
        if (partitions != topics.get(actions).partitions().size()) {
            throw new IllegalStateException(submitted + " and " + actions + " must have the same number of partitions");
        }
        return partitions;
    }

    private static <T> T get(KafkaFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the broker doesn't answer", e);
        }
    }
}
