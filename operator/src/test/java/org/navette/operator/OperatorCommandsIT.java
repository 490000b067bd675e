package org.navette.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.navette.messages.Organisation;
import org.navette.messages.OrganisationId;
import org.navette.parts.Parts;
import org.navette.schemas.MissingTopics;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;
import org.navette.schemas.WireFormat;
import picocli.CommandLine;

class OperatorCommandsIT {

    private static final Topic DEAD = Topics.ORGANISATIONS.deadLetters("query", 1_000_000);
    private static final Topic ROUTERS = new Topic("ticket-router-dlt", List.of(), Map.of());
    private static final OrganisationId ID = new OrganisationId("SIRET", "35600000000048");

    private final StringWriter printed = new StringWriter();

    @BeforeAll
    static void one_good_record_and_one_dead_letter() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.bootstrapServers()))) {
            MissingTopics.create(admin, List.of(Topics.ORGANISATIONS, DEAD, ROUTERS), 12);
        }
        byte[] value = new WireFormat(Parts.registryUrl(), true)
                .serializer()
                .serialize("organisations", new Organisation(ID, "La Poste", true, false, false, List.of()));
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>(DEAD.name(), 0, "a-key", "no Avro".getBytes(StandardCharsets.UTF_8));
        dead.headers()
                .add("kafka_dlt-original-topic", Topics.ORGANISATIONS.name().getBytes(StandardCharsets.UTF_8))
                .add("kafka_dlt-original-offset", new byte[] {0, 0, 0, 0, 0, 0, 0, 42})
                .add("kafka_dlt-exception-message", "unknown magic byte".getBytes(StandardCharsets.UTF_8))
                .add("trace", "kept".getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Parts.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORGANISATIONS.name(), "SIRET:35600000000048", value))
                    .get();
            producer.send(dead).get();
        }
    }

    @Test
    void reads_a_topic_as_text() {
        assertThat(run("read", "organisations", "--key", "SIRET:35600000000048"))
                .isZero();
        assertThat(printed.toString()).contains("La Poste").contains("35600000000048");
    }

    @Test
    void says_that_there_is_no_such_topic() {
        assertThat(run("read", "no-such-topics")).isEqualTo(1);
        assertThat(printed.toString()).contains("there is no topic no-such-topics");
    }

    @Test
    void lists_dead_letters_with_their_cause() {
        assertThat(run("dead-letters", "list")).isZero();
        assertThat(printed.toString())
                .contains(DEAD.name() + "/0/0 from organisations, key a-key: unknown cause: unknown magic byte");
        assertThat(run("dead-letters", "list", DEAD.name())).isZero();
        assertThat(printed.toString()).contains("1 dead letters");
    }

    @Test
    void shows_a_dead_letter_that_can_not_be_decoded() {
        assertThat(run("dead-letters", "show", DEAD.name() + "/0/0")).isZero();
        assertThat(printed.toString()).contains("kafka_dlt-original-offset: 42").contains("6e6f204176726f");
    }

    @Test
    void replays_a_dead_letter_to_where_it_came_from() {
        assertThat(run("dead-letters", "replay", DEAD.name() + "/0/0")).isZero();

        assertThat(run("read", "organisations", "--key", "a-key")).isZero();
        assertThat(printed.toString()).contains("a-key not decodable");
    }

    @Test
    void refuses_what_a_later_record_has_replaced_unless_it_is_forced() throws Exception {
        RecordMetadata first = send(new ProducerRecord<>(Topics.ORGANISATIONS.name(), "replaced", new byte[] {1}));
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>(ROUTERS.name(), first.partition(), "replaced", new byte[] {1});
        dead.headers()
                .add("__streams.errors.topic", text(Topics.ORGANISATIONS.name()))
                .add("__streams.errors.partition", text(String.valueOf(first.partition())))
                .add("__streams.errors.offset", text(String.valueOf(first.offset())));
        RecordMetadata letter = send(dead);
        String place = letter.topic() + "/" + letter.partition() + "/" + letter.offset();
        assertThat(run("dead-letters", "replay", place, place)).isZero();
        assertThat(printed.toString()).contains(place + " is the same record again, and is left out");

        RecordMetadata later = send(new ProducerRecord<>(Topics.ORGANISATIONS.name(), "replaced", new byte[] {2}));

        assertThat(run("dead-letters", "replay", place)).isEqualTo(1);
        assertThat(printed.toString())
                .contains("is replaced by organisations/" + later.partition() + "/" + later.offset());
        assertThat(run("dead-letters", "replay", "--force", place)).isZero();
    }

    @Test
    void refuses_what_was_on_its_way_between_the_routers_tables_unless_it_is_forced() throws Exception {
        ProducerRecord<String, byte[]> dead = new ProducerRecord<>(ROUTERS.name(), 0, "a-number", new byte[] {1});
        dead.headers().add("__streams.errors.topic", text("ticket-router-objects-by-number-repartition"));
        RecordMetadata letter = send(dead);

        assertThat(run("dead-letters", "replay", letter.topic() + "/" + letter.partition() + "/" + letter.offset()))
                .isEqualTo(1);

        assertThat(printed.toString()).contains("load the object again instead");
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static RecordMetadata send(ProducerRecord<String, byte[]> record) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Parts.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            return producer.send(record).get();
        }
    }

    @Test
    void refuses_a_place_that_is_none() {
        assertThat(run("dead-letters", "show", "organisations/0/0")).isEqualTo(2);
        assertThat(run("dead-letters", "show", DEAD.name() + "/0/7000000")).isEqualTo(1);
    }

    @Test
    void registers_all_schemas_and_may_do_so_again() {
        assertThat(run("register-schemas")).isZero();
        assertThat(run("register-schemas")).isZero();
        assertThat(printed.toString()).contains("org.navette.messages.TicketOpened: id ");
    }

    private int run(String... words) {
        CommandLine line = OperatorCommands.commandLine();
        line.setOut(new PrintWriter(printed, true));
        line.setErr(new PrintWriter(printed, true));
        String[] at = {"--bootstrap", Parts.bootstrapServers(), "--registry", Parts.registryUrl()};
        return line.execute(concat(words, at));
    }

    private static String[] concat(String[] words, String[] options) {
        // The options of dead-letters stand before its sub-command.
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(1, List.of(options));
        return line.toArray(String[]::new);
    }
}
