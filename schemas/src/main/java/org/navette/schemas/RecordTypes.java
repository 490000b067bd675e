package org.navette.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.navette.messages.internal.IssuedObjects;
import org.navette.messages.internal.SubmissionJudged;
import org.navette.messages.internal.TicketState;
import org.navette.messages.internal.TransferJudged;

/** Every record type that is written to Kafka, those of the router's own topics included. */
public final class RecordTypes {

    private RecordTypes() {}

    /** Their schemas as the registry has them, each under its own name as subject. */
    public static List<AvroSchema> all() {
        return Stream.concat(
                        Topics.ALL.stream().flatMap(topic -> topic.values().stream()),
                        Stream.of(
                                IssuedObjects.getClassSchema(),
                                SubmissionJudged.getClassSchema(),
                                TicketState.getClassSchema(),
                                TransferJudged.getClassSchema()))
                .distinct()
                .map(RecordTypes::neutral)
                .toList();
    }

    /** The schema as clients in any language see it, without the Java compiler's note on its string type. */
    private static AvroSchema neutral(Schema schema) {
        return new AvroSchema(AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true));
    }
}
