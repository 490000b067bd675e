package org.navette.intake.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was submitted, by path, with what was wrong with its shape. */
public final class Fields {

    /** More errors than that help nobody, and an answer must not outgrow its request without end. */
    private static final int MOST_ERRORS = 50;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    public @Nullable String get(String path) {
        return values.get(path);
    }

    /** Whether anything was given below that path. */
    public boolean mentions(String block) {
        return values.keySet().stream().anyMatch(path -> path.startsWith(block + "."));
    }

    /** How many elements a list has, those included that say nothing. */
    public int length(String list) {
        return lengths.getOrDefault(list, 0);
    }

    public void setLength(String list, int length) {
        if (lengths.put(list, length) != null) {
            add(FieldError.of(list, "repeated"));
        }
    }

    /** Every value that was given, in the order of their paths. */
    public SortedMap<String, String> inOrder() {
        return new TreeMap<>(values);
    }

    public void put(String path, String value) {
        if (values.put(path, value) != null) {
            add(FieldError.of(path, "repeated"));
        }
    }

    public void add(FieldError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    public boolean hasErrorAt(String path) {
        return errors.stream().anyMatch(error -> error.field().equals(path));
    }

    public boolean areFine() {
        return errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
