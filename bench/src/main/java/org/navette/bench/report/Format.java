package org.navette.bench.report;

import java.util.Locale;

final class Format {

    private Format() {}

    /** Three digits or so: more were not measured. */
    static String number(double value) {
        var size = Math.abs(value);
        if (size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }
}
