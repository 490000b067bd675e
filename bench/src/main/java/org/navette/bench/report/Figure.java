package org.navette.bench.report;

/**
 * One measured value of one run.
 *
 * @param group what was measured, such as {@code accept}
 * @param name which value of it, such as {@code 64 connections, p99}
 * @param unit such as {@code 1/s}, {@code ms}, {@code MB}, {@code %}
 */
public record Figure(String group, String name, String unit, double value) {

    @Override
    public String toString() {
        return String.format("%-22s %-46s %12s %s", group, name, Format.number(value), unit);
    }
}
