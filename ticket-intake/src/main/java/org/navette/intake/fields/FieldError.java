package org.navette.intake.fields;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field path of the field, such as {@code issuer.email}
 * @param code stable, for programs
 * @param text which text explains it to people: the code, or the code with a detail behind a dot
 * @param arguments what the text mentions
 */
public record FieldError(String field, String code, String text, List<Object> arguments) {

    public static FieldError of(String field, String code, Object... arguments) {
        return new FieldError(field, code, code, List.of(arguments));
    }

    public static FieldError detailed(String field, String code, String detail, Object... arguments) {
        return new FieldError(field, code, code + "." + detail, List.of(arguments));
    }
}
