package org.navette.intake.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class VerdictReaderTest {

    private final KafkaConsumer<?, ?> consumer = mock();
    private final Verdicts verdicts = new Verdicts(10);
    private final AtomicLong now = new AtomicLong();
    private final VerdictReader reader = new VerdictReader(verdicts, (topic, value) -> null, now::get);

    @Test
    void aNewPartitionIsReadFromItsEnd() {
        var fresh = List.of(new TopicPartition("ticket-verdicts", 0));

        reader.onPartitionsAssigned(consumer, fresh);

        verify(consumer).seekToEnd(fresh);
    }

    @Test
    void aPartitionThatWasLostIsReadFromWhereItWas() {
        var lost = new TopicPartition("ticket-verdicts", 0);
        when(consumer.position(eq(lost), any())).thenReturn(5L);
        reader.onPartitionsAssigned(consumer, List.of(lost));
        reader.onMessage(new ConsumerRecord<>(lost.topic(), lost.partition(), 7, "number", new byte[0]));
        reader.onPartitionsLost(consumer, List.of(lost));

        reader.onPartitionsAssigned(consumer, List.of(lost));

        verify(consumer, times(1)).seekToEnd(any());
        verify(consumer).seek(lost, 8);
    }

    @Test
    void aPartitionThatWasLostLongAgoIsReadFromItsEndAsNobodyWaitsThereAnyMore() {
        var partition = new TopicPartition("ticket-verdicts", 0);
        reader.onPartitionsAssigned(consumer, List.of(partition));
        reader.onPartitionsRevokedBeforeCommit(consumer, List.of(partition));
        now.addAndGet(VerdictReader.LONGEST_USE.toNanos() + 1);

        reader.onPartitionsAssigned(consumer, List.of(partition));

        verify(consumer, times(2)).seekToEnd(List.of(partition));
        verify(consumer, never()).seek(eq(partition), anyLong());
    }

    @Test
    void aPartitionWithoutALeaderKeepsNobodyFromWaitingInTheOthers() {
        var without = new TopicPartition("ticket-verdicts", 0);
        var fine = new TopicPartition("ticket-verdicts", 1);
        when(consumer.position(eq(without), any())).thenThrow(new TimeoutException("no leader"));

        reader.onPartitionsAssigned(consumer, List.of(without, fine));

        assertThat(verdicts.await("number"))
                .hasValueSatisfying(waiting -> assertThat(waiting.partition()).isEqualTo(1));
    }

    /** Without a partition, {@link KafkaConsumer#seekToEnd} moves all: Kafka's own mock consumer does not. */
    @Test
    void aRebalanceThatBringsNothingNewSkipsNoVerdict() {
        reader.onPartitionsAssigned(consumer, List.of());

        verify(consumer, never()).seekToEnd(any());
    }
}
