package org.navette.router.streams;

import java.util.List;
import java.util.Map;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** The topics that must be there before the router can start. */
final class RouterTopics {

    /** One for all of the router's topics; headers tell where a dead letter comes from, and why. Larger than any of them. */
    static final Topic DEAD_LETTERS = new Topic(
            "ticket-router-dlt",
            List.of(),
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "max.message.bytes", "8388608"));

    static final List<Topic> ALL = List.of(
            Topics.TICKETS_SUBMITTED,
            Topics.TICKET_ACTIONS,
            Topics.BUSINESS_OBJECTS,
            Topics.ORGANISATIONS,
            Topics.TICKET_EVENTS,
            Topics.TICKETS_TECHNICAL_SUPPORT,
            Topics.TICKETS_BUSINESS_SERVICE,
            Topics.TICKET_VERDICTS,
            DEAD_LETTERS);

    private RouterTopics() {}
}
