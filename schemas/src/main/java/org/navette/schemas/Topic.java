package org.navette.schemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic: keys are UTF-8 strings, values one of the given records in Confluent's Avro wire format.
 *
 * @param name kebab-case, plural
 * @param values schemas of the records that it may hold
 * @param partitions chosen once: a key's records stay in order only while this number stays
 * @param settings the topic's own settings where the broker's defaults don't do
 */
public record Topic(String name, List<Schema> values, int partitions, Map<String, String> settings) {

    /** What creates the topic; the replication factor is the broker's default. */
    public NewTopic newTopic() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    /**
     * Where a service puts the records of this topic that it can't read or handle. It has as many partitions, so that a
     * dead letter keeps the number of its partition.
     *
     * @param service short name, such as {@code query}
     */
    public Topic deadLetters(String service) {
        Map<String, String> kept = new LinkedHashMap<>(settings);
        kept.put("cleanup.policy", "delete");
        kept.put("retention.ms", "-1");
        return new Topic(name + "-" + service + "-dlt", List.of(), partitions, kept);
    }
}
