package org.navette.query.store;

import com.mongodb.WriteError;
import java.util.Set;

/** What a database says of a single write that it turned away. */
final class WriteErrors {

    private static final int DUPLICATE_KEY = 11000;

    /** The document would be larger than the database allows: no repeat helps, but the other documents can go on. */
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

    private WriteErrors() {}

    static boolean isDuplicate(WriteError error) {
        return error.getCode() == DUPLICATE_KEY;
    }

    static boolean isTooLarge(WriteError error) {
        return TOO_LARGE.contains(error.getCode());
    }
}
