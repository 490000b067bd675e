package org.navette.drill.fuzz.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What can be wrong with one field. Changes the body that the place belongs to. */
enum FieldFault {
    WRONG_TYPE("field: wrong type") {
        @Override
        Change spoil(Place place, Chance chance) {
            put(place, chance.any(place.isBlock() ? NO_BLOCKS : NO_TEXTS));
            return naming(place);
        }
    },
    MISSING("field: missing") {
        @Override
        Change spoil(Place place, Chance chance) {
            place.parent().remove(place.name());
            return onlyIfNeeded(place);
        }
    },
    NULL("field: null") {
        @Override
        Change spoil(Place place, Chance chance) {
            put(place, NODES.nullNode());
            return onlyIfNeeded(place);
        }
    },
    UNKNOWN("field: unknown") {
        @Override
        Change spoil(Place place, Chance chance) {
            var isOdd = chance.oneIn(2);
            var name = isOdd ? OddTexts.any(chance) + "?" : "no-such-" + place.name();
            place.parent().set(name, NODES.stringNode("x"));
            var prefix = place.path()
                    .substring(0, place.path().length() - place.name().length());
            // The name of an odd one may be shortened or cleaned before it is repeated.
            return new Change(isOdd ? Expectation.NO : Expectation.noNaming(prefix + name), null);
        }
    },
    TOO_LONG("field: too long") {
        @Override
        Change spoil(Place place, Chance chance) {
            var limit = place.schema().path("maxLength").asInt(LONG);
            put(place, NODES.stringNode(OddTexts.plain(chance, limit + chance.between(1, 50))));
            return naming(place);
        }
    },
    HUGE("field: huge") {
        @Override
        Change spoil(Place place, Chance chance) {
            put(place, NODES.stringNode(chance.any("a", "é", "😀").repeat(chance.between(70_000, 150_000))));
            return new Change(Expectation.NO, null);
        }
    },
    CONTROL_CHARACTER("field: control character") {
        @Override
        Change spoil(Place place, Chance chance) {
            put(place, NODES.stringNode(OddTexts.control(chance)));
            return naming(place);
        }
    },
    HALF_SURROGATE("field: lone surrogate") {
        @Override
        Change spoil(Place place, Chance chance) {
            put(place, NODES.stringNode(OddTexts.halfOfAPair(chance)));
            return naming(place);
        }
    },
    ODD_TEXT("field: odd text") {
        @Override
        Change spoil(Place place, Chance chance) {
            put(place, NODES.stringNode(OddTexts.any(chance)));
            return new Change(Expectation.ANY, null);
        }
    },
    NESTED("field: deep nesting") {
        @Override
        Change spoil(Place place, Chance chance) {
            var depth = chance.between(25, 5_000);
            return raw(
                    place,
                    chance.oneIn(2)
                            ? "[".repeat(depth) + "]".repeat(depth)
                            : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
        }
    },
    ODD_NUMBER("field: number out of range") {
        @Override
        Change spoil(Place place, Chance chance) {
            return raw(place, chance.any(ODD_NUMBERS));
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String MARK = "@token@";
    private static final int LONG = 300;
    private static final List<JsonNode> NO_TEXTS = List.of(
            NODES.numberNode(1),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.arrayNode().add("x"),
            NODES.objectNode());
    private static final List<JsonNode> NO_BLOCKS =
            List.of(NODES.numberNode(1), NODES.booleanNode(false), NODES.arrayNode(), NODES.stringNode("x"));
    private static final List<String> ODD_NUMBERS = List.of(
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "9".repeat(400),
            "0.1" + "0".repeat(2_000),
            "-0",
            "9223372036854775808");

    private final String label;

    FieldFault(String label) {
        this.label = label;
    }

    abstract Change spoil(Place place, Chance chance);

    String label() {
        return label;
    }

    /** Blocks can't be too long, nor hold a character. */
    boolean suits(Place place) {
        return switch (this) {
            case TOO_LONG, HUGE, CONTROL_CHARACTER, HALF_SURROGATE, ODD_TEXT -> place.isText();
            case ODD_NUMBER, NESTED -> !place.isBlock();
            default -> true;
        };
    }

    /**
     * What was done.
     *
     * @param token that no tree can hold, to be written in place of the mark; null where there is no mark
     */
    record Change(Expectation expectation, @Nullable String token) {

        /** In ASCII, so that halves of surrogate pairs can be written. */
        String written(JsonNode body) {
            var text = ASCII.writeValueAsString(body);
            return token == null ? text : text.replace('"' + MARK + '"', token);
        }
    }

    private static Change naming(Place place) {
        return new Change(Expectation.noNaming(place.path()), null);
    }

    private static Change onlyIfNeeded(Place place) {
        return place.needed() ? naming(place) : new Change(Expectation.ANY, null);
    }

    private static void put(Place place, JsonNode value) {
        place.parent().set(place.name(), value);
    }

    private static Change raw(Place place, String token) {
        put(place, NODES.stringNode(MARK));
        return new Change(Expectation.NO, token);
    }
}
