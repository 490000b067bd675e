package org.navette.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.schemas.WireFormat;

class ValuesTest {

    private final Values values = new Values(new WireFormat("mock://values", true));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 20})
    void what_is_cut_is_shown_as_bytes(int length) {
        String text = values.text(new ConsumerRecord<>("ticket-events", 0, 0, "key", new byte[length]));

        assertThat(text)
                .startsWith("not decodable (")
                .contains(length + " bytes: ")
                .endsWith("00".repeat(length));
    }
}
