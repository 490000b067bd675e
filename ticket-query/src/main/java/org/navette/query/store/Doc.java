package org.navette.query.store;

import java.time.Instant;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A document under construction; what is null is left out. */
final class Doc {

    private final BsonDocument document = new BsonDocument();

    static Doc id(String id) {
        return new Doc().put("_id", id);
    }

    Doc put(String field, @Nullable String value) {
        return value == null ? this : put(field, new BsonString(value));
    }

    Doc put(String field, int value) {
        return put(field, new BsonInt32(value));
    }

    Doc put(String field, boolean value) {
        return put(field, BsonBoolean.valueOf(value));
    }

    Doc put(String field, Instant value) {
        return put(field, new BsonDateTime(value.toEpochMilli()));
    }

    Doc put(String field, BsonValue value) {
        document.put(field, value);
        return this;
    }

    BsonDocument bson() {
        return document;
    }

    static @Nullable String string(BsonDocument document, String field) {
        return document.containsKey(field) ? document.getString(field).getValue() : null;
    }

    static String required(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    static int integer(BsonDocument document, String field) {
        return document.getInt32(field).getValue();
    }

    static Instant instant(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }

    static <E extends Enum<E>> E symbol(Class<E> type, BsonDocument document, String field) {
        return Enum.valueOf(type, required(document, field));
    }
}
