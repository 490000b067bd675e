package org.navette.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value over all runs.
 *
 * @param runs in the order of the runs; fewer where a run did not get so far
 */
public record Summary(String group, String name, String unit, List<Double> runs) {

    /** Of each value, in the order of the first run. */
    public static List<Summary> of(List<Figures> runs) {
        var found = new LinkedHashMap<String, Summary>();
        for (var run : runs) {
            for (var figure : run.all()) {
                var key = figure.group() + "|" + figure.name();
                found.merge(key, first(figure), Summary::with);
            }
        }
        return List.copyOf(found.values());
    }

    private static Summary first(Figure figure) {
        return new Summary(figure.group(), figure.name(), figure.unit(), List.of(figure.value()));
    }

    private Summary with(Summary later) {
        var all = new ArrayList<>(runs);
        all.addAll(later.runs);
        return new Summary(group, name, unit, List.copyOf(all));
    }

    public double median() {
        var sorted = sorted();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted()[0];
    }

    public double highest() {
        return sorted()[runs.size() - 1];
    }

    private double[] sorted() {
        var values = runs.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return values;
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("group", group);
        json.put("name", name);
        json.put("unit", unit);
        json.put("median", median());
        json.put("lowest", lowest());
        json.put("highest", highest());
        json.put("runs", runs);
        return json;
    }
}
