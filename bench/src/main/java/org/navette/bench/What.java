package org.navette.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;

/** What can be measured, by the names of the command line. */
enum What {
    ACCEPT,
    BULK,
    ROUTER,
    QUERY,
    NOTIFIER,
    END_TO_END,
    LIMITS,
    /** Only where it is asked for: it takes half an hour and more. */
    GROWTH,
    /** Only where it is asked for: it pins the services to single processors. */
    INSTANCES;

    static EnumSet<What> byDefault() {
        return EnumSet.complementOf(EnumSet.of(GROWTH, INSTANCES));
    }

    static What of(String name) {
        return Arrays.stream(values())
                .filter(what -> what.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " can't be measured; these can: " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
