package org.navette.drill.fuzz.topic;

import java.util.List;
import java.util.Set;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/**
 * A topic that a service reads.
 *
 * @param deadLetters where each of its readers puts what it can't handle
 * @param compacted whether a record without a value deletes, and one without a key is refused by the broker
 */
record Target(Topic topic, Set<String> deadLetters, boolean compacted) {

    private static final Set<String> OF_ROUTER = Set.of("ticket-router-dlt");

    static final List<Target> ALL = List.of(
            new Target(Topics.TICKETS_SUBMITTED, OF_ROUTER, false),
            new Target(Topics.TICKET_ACTIONS, OF_ROUTER, false),
            new Target(Topics.BUSINESS_OBJECTS, OF_ROUTER, true),
            new Target(Topics.ORGANISATIONS, OF_ROUTER, true),
            new Target(
                    Topics.TICKET_EVENTS,
                    Set.of(
                            Topics.TICKET_EVENTS.deadLettersName("query"),
                            Topics.TICKET_EVENTS.deadLettersName("notifier")),
                    false),
            new Target(Topics.MAIL_DELIVERIES, Set.of(Topics.MAIL_DELIVERIES.deadLettersName("query")), false),
            // Who reads verdicts passes over what it does not understand: its client is answered without one.
            new Target(Topics.TICKET_VERDICTS, Set.of(), false));

    List<String> types() {
        return topic.values().stream().map(schema -> schema.getFullName()).toList();
    }
}
