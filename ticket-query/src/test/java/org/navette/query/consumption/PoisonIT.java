package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;

class PoisonIT {

    private static final String TOPIC = "ticket-events";
    private static final int PARTITION = 5;

    @Test
    void whatCantBeProjectedIsSetAsideWithItsCauseAndThePartitionGoesOn() {
        try (Log log = new Log(Parts.bootstrapServers(), Parts.registryUrl());
                RunningQuery query = RunningQuery.start()) {
            query.catchUp();
            int before = log.read("ticket-events-query-dlt").size();
            String number = FactMother.aNumber();
            byte[] good = log.encode(FactMother.opened(number));
            byte[] later = log.encode(FactMother.taken(number, 2));

            log.tellRaw(TOPIC, PARTITION, number, null);
            log.tellRaw(TOPIC, PARTITION, number, new byte[0]);
            log.tellRaw(TOPIC, PARTITION, number, "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8));
            log.tellRaw(TOPIC, PARTITION, number, unknownSchema(good));
            log.tellRaw(TOPIC, PARTITION, number, Arrays.copyOf(good, good.length / 2));
            log.tellRaw(TOPIC, PARTITION, number, log.encodeText("no record"));
            log.tellRaw(TOPIC, PARTITION, FactMother.aNumber(), good);
            log.tellRaw(TOPIC, PARTITION, null, good);
            log.tellRaw(TOPIC, PARTITION, number, good);
            log.tellRaw(TOPIC, PARTITION, number, later);
            query.catchUp();

            assertThat(query.detail(number).get("version").asInt()).isEqualTo(2);
            List<ConsumerRecord<byte[], byte[]>> dead = log.read("ticket-events-query-dlt");
            assertThat(dead).hasSize(before + 8);
            assertThat(dead.subList(before, before + 8)).allSatisfy(letter -> {
                assertThat(letter.partition()).isEqualTo(PARTITION);
                assertThat(header(letter, "trace")).isEqualTo("t-1");
                assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(TOPIC);
                assertThat(header(letter, "kafka_dlt-exception-message")).isNotBlank();
            });
            assertThat(dead.subList(before, before + 8))
                    .extracting(letter -> header(letter, "kafka_dlt-exception-message"))
                    .anyMatch(cause -> cause.contains("no value"))
                    .anyMatch(cause -> cause.contains("no message of the contract"))
                    .anyMatch(cause -> cause.contains("no schema with id 99999999"))
                    .anyMatch(cause -> cause.contains("the key is not the ticket's number"));
        }
    }

    private static byte[] unknownSchema(byte[] good) {
        byte[] value = good.clone();
        ByteBuffer.wrap(value).putInt(1, 99_999_999);
        return value;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
