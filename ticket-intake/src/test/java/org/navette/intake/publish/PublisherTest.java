package org.navette.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.navette.schemas.Topics;

class PublisherTest {

    private final ForgetfulProducer producer = new ForgetfulProducer();

    @Test
    void nothingIsSentBeforeThePartitionsAreKnown() {
        assertThat(publishBy(publisher(true))).isFalse();
    }

    @Test
    void whileThePartitionsAreForgottenNothingIsSent() {
        Publisher publisher = publisher(false);
        publisher.connect(Topics.TICKETS_SUBMITTED);
        assertThat(publishBy(publisher)).isTrue();

        producer.forgotten = true;
        assertThatThrownBy(() -> publisher.connect(Topics.TICKETS_SUBMITTED)).isInstanceOf(TimeoutException.class);
        assertThat(publishBy(publisher)).isFalse();

        producer.forgotten = false;
        publisher.connect(Topics.TICKETS_SUBMITTED);
        assertThat(publishBy(publisher)).isTrue();
    }

    @Test
    void whereThreadsMayBeHeldItIsSentAllTheSame() {
        Publisher publisher = publisher(true);
        publisher.connect(Topics.TICKETS_SUBMITTED);

        producer.forgotten = true;
        assertThatThrownBy(() -> publisher.connect(Topics.TICKETS_SUBMITTED)).isInstanceOf(TimeoutException.class);

        assertThat(publishBy(publisher)).isTrue();
    }

    private Publisher publisher(boolean waits) {
        return new Publisher(producer, new Values((topic, value) -> new byte[0]), waits);
    }

    /** @return whether it was sent */
    private boolean publishBy(Publisher publisher) {
        producer.clear();
        publisher.publish(Topics.TICKETS_SUBMITTED, "1", null);
        return !producer.history().isEmpty();
    }

    private static final class ForgetfulProducer extends MockProducer<String, SpecificRecord> {

        private boolean forgotten;

        ForgetfulProducer() {
            super(true, new RoundRobinPartitioner(), new StringSerializer(), (topic, value) -> new byte[0]);
        }

        @Override
        public List<PartitionInfo> partitionsFor(String topic) {
            if (forgotten) {
                throw new TimeoutException("not in the metadata");
            }
            return super.partitionsFor(topic);
        }
    }
}
