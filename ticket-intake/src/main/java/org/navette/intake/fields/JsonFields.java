package org.navette.intake.fields;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON object field by field, so that all that is wrong with it can be told at once. */
public final class JsonFields {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NAME = 100;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(1_000)
                    .build())
            .build();

    /** Reads an object in UTF-8 that is all there is from the offset on. */
    public Fields read(byte[] text, int offset, int length, Form form) throws MalformedJson {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, offset, length)) {
            return read(parser, form);
        }
    }

    private static Fields read(JsonParser parser, Form form) throws MalformedJson {
        Fields fields = new Fields();
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw at(parser.currentTokenLocation());
            }
            new Reading(parser, form, fields).object("", "");
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation());
            }
        } catch (JacksonException e) {
            // Where a limit was passed the exception itself does not know its place.
            throw at(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
        }
        return fields;
    }

    private static MalformedJson at(TokenStreamLocation where) {
        return new MalformedJson(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
    }

    private record Reading(JsonParser parser, Form form, Fields fields) {

        /** @param here paths of the form differ from those of the values by the numbers of list elements */
        private void object(String prefix, String here) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                property(prefix + name, here.isEmpty() ? name : here + name, value);
            }
        }

        private void property(String path, String formPath, JsonToken value) {
            if (form.hasField(formPath)) {
                field(path, value);
            } else if (form.hasList(formPath) && value == JsonToken.START_ARRAY) {
                list(path, formPath);
            } else if (form.hasBlock(formPath) && value == JsonToken.START_OBJECT) {
                object(path + ".", formPath + ".");
            } else {
                if (form.hasList(formPath) && value != JsonToken.VALUE_NULL) {
                    fields.add(FieldError.detailed(path, "malformed", "not-a-list"));
                } else if (form.hasBlock(formPath) && value != JsonToken.VALUE_NULL) {
                    fields.add(FieldError.detailed(path, "malformed", "not-an-object"));
                } else if (!form.hasList(formPath) && !form.hasBlock(formPath)) {
                    fields.add(FieldError.of(shortened(path), "unknown-field"));
                }
                parser.skipChildren();
            }
        }

        private void field(String path, JsonToken value) {
            if (value == JsonToken.VALUE_STRING || value.isScalarValue() && allows(value)) {
                fields.put(path, parser.getString());
            } else if (value != JsonToken.VALUE_NULL) {
                fields.add(FieldError.detailed(path, "malformed", "not-a-text"));
                parser.skipChildren();
            }
        }

        private boolean allows(JsonToken scalar) {
            return !form.textsOnly() && scalar != JsonToken.VALUE_NULL;
        }

        private void list(String path, String formPath) {
            int index = 0;
            for (JsonToken element = parser.nextToken(); element != JsonToken.END_ARRAY; element = parser.nextToken()) {
                String elementPath = path + "[" + index++ + "]";
                if (element == JsonToken.START_OBJECT) {
                    object(elementPath + ".", formPath + "[].");
                } else {
                    fields.add(FieldError.detailed(elementPath, "malformed", "not-an-object"));
                    parser.skipChildren();
                }
            }
            fields.setLength(path, index);
        }

        private static String shortened(String path) {
            return path.length() <= LONGEST_NAME ? path : path.substring(0, LONGEST_NAME) + "…";
        }
    }
}
