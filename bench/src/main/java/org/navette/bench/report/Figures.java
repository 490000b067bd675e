package org.navette.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The values of one run, in the order in which they were measured. */
public final class Figures {

    private final List<Figure> all = new ArrayList<>();
    private final Consumer<Figure> listener;

    public Figures() {
        this(figure -> {});
    }

    /** @param listener is told each value at once */
    public Figures(Consumer<Figure> listener) {
        this.listener = listener;
    }

    public void add(String group, String name, String unit, double value) {
        var figure = new Figure(group, name, unit, value);
        all.add(figure);
        listener.accept(figure);
    }

    public OptionalDouble value(String group, String name) {
        return all.stream()
                .filter(figure -> figure.group().equals(group) && figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst();
    }

    /** The share of the first in the second, where both were measured. */
    public void addRatio(String name, String group, String value, String limitGroup, String limit) {
        var part = value(group, value);
        var whole = value(limitGroup, limit);
        if (part.isPresent() && whole.isPresent() && whole.getAsDouble() > 0) {
            add("ratios", name, "%", 100 * part.getAsDouble() / whole.getAsDouble());
        }
    }

    public List<Figure> all() {
        return List.copyOf(all);
    }
}
