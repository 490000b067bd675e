package org.navette.intake.fields;

import java.util.HashSet;
import java.util.Set;

/** The fields that a record may have, by path; {@code services[].code} stands for that field of every element. */
public final class Form {

    private final boolean textsOnly;
    private final Set<String> fields;
    private final Set<String> blocks = new HashSet<>();

    private Form(boolean textsOnly, String... paths) {
        this.textsOnly = textsOnly;
        this.fields = Set.of(paths);
        for (String path : paths) {
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                blocks.add(path.substring(0, dot));
            }
        }
    }

    /** Every value must be a text. */
    public static Form ofTexts(String... paths) {
        return new Form(true, paths);
    }

    /** Values may be texts, numbers or booleans. */
    public static Form ofValues(String... paths) {
        return new Form(false, paths);
    }

    boolean textsOnly() {
        return textsOnly;
    }

    boolean hasField(String path) {
        return fields.contains(path);
    }

    boolean hasBlock(String path) {
        return blocks.contains(path);
    }

    boolean hasList(String path) {
        return blocks.contains(path + "[]");
    }

    public Set<String> paths() {
        return fields;
    }
}
