package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.messages.Fact;

/** What must hold of every schema and topic, those to come included. */
class ContractTest {

    static List<Schema> schemas() {
        return RecordTypes.all().stream().map(schema -> schema.rawSchema()).toList();
    }

    static List<Topic> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_record_and_field_says_what_it_is(Schema schema) {
        assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
        assertThat(schema.getFields()).allSatisfy(field -> assertThat(field.doc())
                .as(schema.getFullName() + "." + field.name())
                .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_nullable_field_may_be_left_out(Schema schema) {
        assertThat(schema.getFields())
                .filteredOn(field -> field.schema().isNullable())
                .allSatisfy(field -> assertThat(field.defaultVal())
                        .as(schema.getFullName() + "." + field.name())
                        .isEqualTo(JsonProperties.NULL_VALUE));
    }

    @Test
    void every_fact_begins_with_its_ticket_and_version() {
        assertThat(Topics.TICKET_EVENTS.values()).allSatisfy(schema -> assertThat(
                        schema.getFields().get(0).schema().getFullName())
                .as(schema.getFullName())
                .isEqualTo(Fact.class.getName()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_topic_is_named_in_one_manner_and_has_as_many_partitions_as_its_dead_letters(Topic topic) {
        assertThat(topic.name()).matches("[a-z]+(-[a-z]+)*s(-[a-z]+)*");
        assertThat(topic.deadLetters("query").name()).isEqualTo(topic.name() + "-query-dlt");
        assertThat(topic.deadLetters("query").newTopic().numPartitions()).isEqualTo(topic.partitions());
        assertThat(topic.values()).isNotEmpty();
    }

    @Test
    void every_schema_file_is_used() throws IOException {
        List<String> reachable = schemas().stream().map(Schema::toString).toList();
        try (Stream<Path> files = Files.walk(Path.of("src/main/avro"))) {
            assertThat(files.filter(Files::isRegularFile)).allSatisfy(file -> {
                String name = file.getFileName().toString().replace(".avsc", "");
                assertThat(reachable).as(name).anyMatch(json -> json.contains("\"name\":\"" + name + "\""));
            });
        }
    }
}
