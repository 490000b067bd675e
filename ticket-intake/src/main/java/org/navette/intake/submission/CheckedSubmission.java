package org.navette.intake.submission;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.navette.intake.fields.FieldError;

/** What the check of a submission found. */
public sealed interface CheckedSubmission {

    /** @param given every value as it was given, for comparing a repeat with the first */
    record Fine(Submission submission, Supplier<SortedMap<String, String>> given) implements CheckedSubmission {}

    /** @param errors all of them, at least one */
    record Wrong(List<FieldError> errors) implements CheckedSubmission {}
}
