package org.navette.schemas;

import static io.confluent.kafka.schemaregistry.CompatibilityLevel.FULL_TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema must be able to read, and be read by, each of its releases in {@code released/<version>/<name>.avsc}: the
 * log is kept for ever, and services are not all replaced at once. {@link ReleaseSchemas} writes a release.
 */
class ReleasedSchemasTest {

    static final Path RELEASED = Path.of("released");

    static List<AvroSchema> schemas() {
        return RecordTypes.all();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_is_compatible_with_all_its_releases(AvroSchema schema) {
        assertThat(schema.isCompatible(FULL_TRANSITIVE, releases(schema.name())))
                .isEmpty();
    }

    @Test
    void no_released_schema_disappears() {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(schemas().stream()
                            .map(schema -> schema.name() + ".avsc")
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_field_that_changes_its_type_is_found() {
        assertIncompatible(
                "\"name\":\"toldInForm\",\"type\":\"boolean\"", "\"name\":\"toldInForm\",\"type\":\"string\"");
    }

    @Test
    void a_renamed_field_is_found() {
        assertIncompatible("\"name\":\"code\"", "\"name\":\"reason\"");
    }

    private static void assertIncompatible(String released, String changed) {
        AvroSchema refused = schemas().stream()
                .filter(schema -> schema.name().endsWith(".TicketRefused"))
                .findAny()
                .orElseThrow();
        String broken =
                refused.rawSchema().toString().replace(released, changed).replace(",\"default\":false", "");
        assertThat(broken).isNotEqualTo(refused.rawSchema().toString());

        assertThat(new AvroSchema(broken).isCompatible(FULL_TRANSITIVE, releases(refused.name())))
                .isNotEmpty();
    }

    private static List<ParsedSchemaHolder> releases(String name) {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.endsWith(name + ".avsc"))
                    .sorted()
                    .<ParsedSchemaHolder>map(file -> new SimpleParsedSchemaHolder(read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AvroSchema read(Path file) {
        try {
            return new AvroSchema(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
