package org.navette.intake.reference;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.Fields;
import org.navette.intake.fields.Form;
import org.navette.schemas.Topic;

/** One of the two kinds of reference data: how it is written and checked, and where it goes. */
interface Kind {

    Topic topic();

    /** The fields of a line of JSON. */
    Form form();

    /** Column to the path of its field, in the order in which documentation shows them. */
    Map<String, String> columns();

    /** Columns that no table may lack. */
    List<String> neededColumns();

    /** Puts a cell's value where the check looks for it. */
    default void put(Fields fields, String path, String cell) {
        fields.put(path, cell);
    }

    Checked check(Fields fields);

    /** What the check of a line found. */
    sealed interface Checked {

        /** @param value null for a deletion */
        record Fine(String key, @Nullable SpecificRecord value) implements Checked {}

        /** @param errors all of them */
        record Wrong(List<FieldError> errors) implements Checked {}
    }
}
