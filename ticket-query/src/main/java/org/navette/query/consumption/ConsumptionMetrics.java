package org.navette.query.consumption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class ConsumptionMetrics {

    private final MeterRegistry registry;
    private final Counter projected;
    private final Counter gaps;
    private final Counter turnedBack;
    private final Timer batches;

    ConsumptionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.projected = Counter.builder("navette.facts.projected")
                .description("Facts and mail outcomes that are in the read model; repeats count again")
                .register(registry);
        this.gaps = Counter.builder("navette.facts.gaps")
                .description("Facts that came without their predecessor")
                .register(registry);
        this.turnedBack = Counter.builder("navette.projection.turned.back")
                .description(
                        "How often the database was found interrupted, emptied, restored or otherwise not as it was left")
                .register(registry);
        this.batches = Timer.builder("navette.projection.batches")
                .description("Time from the poll of a batch to its position")
                .register(registry);
    }

    void batch(int records, Duration time) {
        projected.increment(records);
        batches.record(time);
    }

    void gaps(int count) {
        gaps.increment(count);
    }

    void turnedBack() {
        turnedBack.increment();
    }

    void deadLetter(String topic) {
        Counter.builder("navette.dead.letters")
                .description("Records that were set aside")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }
}
