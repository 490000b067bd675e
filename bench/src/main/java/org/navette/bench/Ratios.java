package org.navette.bench;

import org.navette.bench.report.Figures;

/** The services against the limits of the same run. */
final class Ratios {

    private static final String STEADY = "steady rate";

    private Ratios() {}

    static void add(Figures figures) {
        for (var connections : new int[] {1, 16, 64, 256}) {
            var rate = connections + " connections, rate";
            figures.addRatio(
                    "accept of the bare handler, " + connections + " connections",
                    "accept",
                    rate,
                    "bare handler",
                    rate);
        }
        figures.addRatio("bulk, one stream, of the raw producer", "bulk", "1 at a time, rate", "raw producer", "rate");
        figures.addRatio("router of the bare copy", "router", STEADY, "bare copy", STEADY);
        figures.addRatio("router of the bare route", "router", STEADY, "bare route", STEADY);
        for (var service : new String[] {"router", "notifier", "query", "notifier, slow mails"}) {
            figures.addRatio(
                    service + ", two instances of one",
                    service + ", 2 instances",
                    STEADY,
                    service + ", one instance",
                    STEADY);
        }
        figures.addRatio("query of the raw upserts", "query", STEADY, "raw upserts", "rate");
    }
}
