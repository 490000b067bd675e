package org.navette.intake.publish;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Producer settings that the answers to clients rest on; nobody may set them otherwise. */
final class Promises {

    static final Map<String, Object> SETTINGS = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            // Together with the next two under the five seconds within which a client is answered.
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            3_500,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            1_500,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            1_000,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            500);

    private Promises() {}
}
