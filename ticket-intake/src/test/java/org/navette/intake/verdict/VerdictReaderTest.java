package org.navette.intake.verdict;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    @Test
    void aPartitionThatWasLostIsReadFromWhereItWas() {
        var lost = new TopicPartition("ticket-verdicts", 0);
        when(consumer.position(lost)).thenReturn(5L);
        reader.onPartitionsAssigned(consumer, List.of(lost));
        reader.onMessage(new ConsumerRecord<>(lost.topic(), lost.partition(), 7, "number", new byte[0]));
        reader.onPartitionsLost(consumer, List.of(lost));

        reader.onPartitionsAssigned(consumer, List.of(lost));

        verify(consumer, times(1)).seekToEnd(any());
        verify(consumer).seek(lost, 8);
    }

    /** Without a partition, {@link KafkaConsumer#seekToEnd} moves all: Kafka's own mock consumer does not. */
    @Test
    void aRebalanceThatBringsNothingNewSkipsNoVerdict() {
        reader.onPartitionsAssigned(consumer, List.of());

        verify(consumer, never()).seekToEnd(any());
    }
}
