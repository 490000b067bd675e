package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** Those records, and every record, enumeration or fixed type that a field of theirs holds. */
    static Set<Schema> namedTypes() {
        Set<Schema> found = new LinkedHashSet<>();
        schemas().forEach(schema -> collect(schema, found));
        return found;
    }

    private static void collect(Schema schema, Set<Schema> found) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case ENUM, FIXED -> found.add(schema);
            case RECORD -> {
                if (found.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            default -> {
                // A plain value.
            }
        }
    }

    private static List<Schema> records() {
        return namedTypes().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("namedTypes")
    void every_type_says_what_it_is(Schema schema) {
        assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_field_says_what_it_is(Schema schema) {
        assertThat(schema.getFields()).allSatisfy(field -> assertThat(field.doc())
                .as(schema.getFullName() + "." + field.name())
                .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_nullable_field_may_be_left_out(Schema schema) {
        assertThat(schema.getFields())
                .filteredOn(field -> field.schema().isNullable())
                .allSatisfy(field -> assertThat(field.defaultVal())
                        .as(schema.getFullName() + "." + field.name())
                        .isEqualTo(JsonProperties.NULL_VALUE));
    }

    @Test
    void the_types_within_others_are_looked_at_too() {
        assertThat(namedTypes())
                .extracting(Schema::getName)
                .contains("Ticket", "Issuer", "OrganisationId", "Service", "Status");
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
    void every_topic_is_named_in_one_manner(Topic topic) {
        assertThat(topic.name()).matches("[a-z]+(-[a-z]+)*s(-[a-z]+)*");
        assertThat(topic.deadLetters("query", 1).name()).isEqualTo(topic.name() + "-query-dlt");
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
