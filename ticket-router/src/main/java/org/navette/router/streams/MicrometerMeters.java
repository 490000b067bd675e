package org.navette.router.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.navette.messages.Destination;
import org.navette.router.topology.RouterMeters;

/** Names as docs/events.md and the dashboards know them. */
final class MicrometerMeters implements RouterMeters {

    private final MeterRegistry registry;

    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void routed(Destination destination) {
        String name = destination.name().toLowerCase(Locale.ROOT).replace('_', '-');
        registry.counter("navette.tickets.routed", "destination", name).increment();
    }

    @Override
    public void refused(String code) {
        registry.counter("navette.tickets.refused", "code", code).increment();
    }

    @Override
    public void rejected(String code) {
        registry.counter("navette.actions.rejected", "code", code).increment();
    }
}
