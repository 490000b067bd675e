package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void theOrderOfFieldsIsNoDifference() {
        assertThat(compare("{a: 1, b: {c: 2, d: 3}}", "{b: {d: 3, c: 2}, a: 1}"))
                .isNull();
    }

    @Test
    void everyFieldIsNamedByItsPath() {
        assertThat(compare("{a: 1, b: {c: 2, d: [1, {e: 2}]}}", "{b: {c: 3, d: [1, {e: 3}], f: null}}"))
                .hasToString("tickets T1: differs in a, b.c, b.d.1.e, b.f");
    }

    @Test
    void arraysOfOtherLengthsDifferAsAWhole() {
        assertThat(compare("{a: [1, 2]}", "{a: [1]}")).hasToString("tickets T1: differs in a");
    }

    @Test
    void aDocumentThatOnlyOneHasIsNamed() {
        assertThat(compare("{}", null)).hasToString("tickets T1: only in the live one");
        assertThat(compare(null, "{}")).hasToString("tickets T1: only in the other one");
        assertThat(compare(null, null)).isNull();
    }

    private static @Nullable Difference compare(@Nullable String live, @Nullable String other) {
        return Difference.of("tickets", new BsonString("T1"), parse(live), parse(other));
    }

    private static @Nullable BsonDocument parse(@Nullable String json) {
        return json == null ? null : BsonDocument.parse(json);
    }
}
