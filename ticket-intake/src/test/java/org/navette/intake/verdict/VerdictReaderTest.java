package org.navette.intake.verdict;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class VerdictReaderTest {

    private final KafkaConsumer<?, ?> consumer = mock();
    private final VerdictReader reader = new VerdictReader(new Verdicts(10), (topic, value) -> null);

    @Test
    void aNewPartitionIsReadFromItsEnd() {
        var fresh = List.of(new TopicPartition("ticket-verdicts", 0));

        reader.onPartitionsAssigned(consumer, fresh);

        verify(consumer).seekToEnd(fresh);
    }

    /** Without a partition, {@link KafkaConsumer#seekToEnd} moves all: Kafka's own mock consumer does not. */
    @Test
    void aRebalanceThatBringsNothingNewSkipsNoVerdict() {
        reader.onPartitionsAssigned(consumer, List.of());

        verify(consumer, never()).seekToEnd(any());
    }
}
