package org.navette.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.navette.messages.MailOutcome;
import org.navette.notifier.delivery.FactTask.LaneKey;
import org.navette.notifier.progress.Lanes;

/** {@code navette.mails} by outcome, and how many facts are in work. */
final class MailMetrics {

    private final MeterRegistry meters;

    MailMetrics(MeterRegistry meters, Lanes<LaneKey, FactTask> lanes) {
        this.meters = meters;
        meters.gauge("navette.mails.pending", lanes, Lanes::size);
        meters.gauge("navette.mails.waiting", lanes, Lanes::waiting);
        for (MailOutcome outcome : MailOutcome.values()) {
            if (outcome != MailOutcome.UNKNOWN) {
                meters.counter("navette.mails", "outcome", tag(outcome));
            }
        }
    }

    void ended(MailOutcome outcome) {
        meters.counter("navette.mails", "outcome", tag(outcome)).increment();
    }

    /** Too old to know whether it was mailed, and so not mailed. */
    void forgotten() {
        meters.counter("navette.mails", "outcome", "forgotten").increment();
    }

    void poison() {
        meters.counter("navette.facts.poison").increment();
    }

    private static String tag(MailOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
