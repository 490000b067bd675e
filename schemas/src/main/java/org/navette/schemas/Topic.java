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
 * @param settings the topic's own settings where the broker's defaults don't do
 */
public record Topic(String name, List<Schema> values, Map<String, String> settings) {

    /**
     * What creates the topic; the replication factor is the broker's default.
     *
     * @param partitions chosen once: a key's records stay in order only while this number stays
     */
    public NewTopic newTopic(int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    /**
     * Where a service puts the records of this topic that it can't read or handle, each in the partition that it comes
     * from. Such a letter is the record and more, so the topic has to take more than a record's.
     *
     * @param service short name, such as {@code query}
     * @param largest bytes of a letter
     */
    public Topic deadLetters(String service, int largest) {
        Map<String, String> kept = new LinkedHashMap<>(settings);
        kept.put("cleanup.policy", "delete");
        kept.put("retention.ms", "-1");
        kept.put("max.message.bytes", String.valueOf(largest));
        return new Topic(deadLettersName(service), List.of(), kept);
    }

    /** Name of {@link #deadLetters(String, int)}. */
    public String deadLettersName(String service) {
        return name + "-" + service + "-dlt";
    }
}
