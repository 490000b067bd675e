package org.navette.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.navette.notifier.SettingsMother;
import org.navette.notifier.progress.DoneFacts;
import org.navette.notifier.progress.Lanes;

class PartitionsTest {

    private static final TopicPartition PARTITION = new TopicPartition("ticket-events", 3);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @Test
    void one_that_cannot_be_opened_is_no_secret() {
        Partitions partitions = assigned((assignment, fact, delivery) -> {
            throw new IllegalStateException("a defect");
        });

        assertThatThrownBy(partitions::check).hasRootCauseMessage("a defect");
    }

    @Test
    void one_that_is_gone_before_it_was_opened_concerns_nobody() {
        Partitions partitions = assigned((assignment, fact, delivery) -> {
            assignment.revoke();
            throw new IllegalStateException("closed");
        });

        assertThatCode(partitions::check).doesNotThrowAnyException();
    }

    @Test
    void what_the_group_did_not_take_back_is_left_all_the_same() {
        Partitions partitions = assigned((assignment, fact, delivery) -> new DoneFacts(fact, delivery));

        Assignment assignment = partitions.all().iterator().next();
        partitions.abandon();
        assertThatCode(partitions::check).doesNotThrowAnyException();
        assertThat(assignment.isRevoked()).isTrue();
        assertThat(partitions.all()).isEmpty();
    }

    @Test
    void one_that_stands_still_is_not_fetched_again() {
        Partitions partitions = assigned((assignment, fact, delivery) -> new DoneFacts(fact, delivery));
        Flow flow = new Flow(new Lanes<>(), SettingsMother.settings(1).delivery());
        flow.regulate(consumer, partitions.all());
        assertThat(consumer.paused()).isEmpty();

        partitions.standStill(PARTITION, "position 7");
        flow.regulate(consumer, partitions.all());

        assertThat(consumer.paused()).containsExactly(PARTITION);
    }

    private Partitions assigned(Partitions.History history) {
        Duration second = Duration.ofSeconds(1);
        Partitions partitions = new Partitions(
                consumer,
                new Lanes<>(),
                history,
                Runnable::run,
                new Commits(new Lease(second), second),
                new Alarms(),
                second);
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 5L));
        partitions.onPartitionsAssigned(List.of(PARTITION));
        return partitions;
    }
}
