package org.navette.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the schemas as they stand to {@code released/<version>}; a release's files are never changed afterwards. Run by
 * {@code ./mvnw -pl schemas test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.navette.schemas.ReleaseSchemas -Dexec.args=<version>}.
 */
public final class ReleaseSchemas {

    private ReleaseSchemas() {}

    public static void main(String[] args) throws IOException {
        Path release = Path.of(System.getProperty("user.dir"))
                .resolve("schemas/released")
                .resolve(args[0]);
        Files.createDirectories(release);
        for (AvroSchema schema : RecordTypes.all()) {
            Path file = release.resolve(schema.name() + ".avsc");
            Files.writeString(file, schema.rawSchema().toString(true) + System.lineSeparator());
        }
    }
}
