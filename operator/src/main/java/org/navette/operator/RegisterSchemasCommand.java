package org.navette.operator;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.navette.schemas.RecordTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "register-schemas",
        mixinStandardHelpOptions = true,
        description = "Registers every schema of this release; fails where the registry finds one incompatible.")
final class RegisterSchemasCommand implements Callable<Integer> {

    private static final int MOST_SCHEMAS = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Pipeline pipeline;

    @Override
    public Integer call() throws Exception {
        Map<String, Object> settings = pipeline.wireFormat().settings();
        try (SchemaRegistryClient registry =
                new CachedSchemaRegistryClient(List.of(pipeline.registry()), MOST_SCHEMAS, settings, Map.of())) {
            for (AvroSchema schema : RecordTypes.all()) {
                int id = registry.register(schema.name(), schema);
                spec.commandLine().getOut().printf("%s: id %d%n", schema.name(), id);
            }
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
