package org.navette.drill.fuzz.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.navette.drill.fuzz.http.ApiOperation.ApiParameter;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.Identifiers;
import org.navette.drill.fuzz.values.OddTexts;

/** What can be odd or wrong with a query string, of an operation that has parameters in it. */
enum QueryFault {
    UNKNOWN("query: unknown parameter", Expectation.NO) {
        @Override
        String query(List<ApiParameter> known, SchemaValues values, Chance chance) {
            var name = OddTexts.plain(chance, chance.between(1, 20));
            return chance.any(name, name + "%5B$ne%5D", "$where", "limit.x", "page", "LIMIT") + "="
                    + chance.any("", "1", "x");
        }
    },
    RIGHT_VALUE("query: right value", Expectation.ANY) {
        @Override
        String query(List<ApiParameter> known, SchemaValues values, Chance chance) {
            var one = chance.any(known);
            return pair(one, text(one, values, chance));
        }
    },
    ODD_VALUE("query: odd value", Expectation.ANY) {
        @Override
        String query(List<ApiParameter> known, SchemaValues values, Chance chance) {
            return pair(chance.any(known), OddTexts.any(chance));
        }
    },
    SEVERAL("query: several at once", Expectation.ANY) {
        @Override
        String query(List<ApiParameter> known, SchemaValues values, Chance chance) {
            var one = chance.any(known);
            return pair(one, text(one, values, chance)) + "&" + pair(one, text(one, values, chance)) + "&"
                    + pair(chance.any(known), text(chance.any(known), values, chance));
        }
    },
    CURSOR("query: cursor", Expectation.ANY) {
        @Override
        String query(List<ApiParameter> known, SchemaValues values, Chance chance) {
            var right = cursor(chance);
            return "cursor="
                    + switch (chance.below(6)) {
                        case 0 -> PercentEncoding.of(OddTexts.any(chance));
                        case 1 -> right.substring(chance.below(right.length()));
                        case 2 -> right + "%3D%3D%3D";
                        default -> right;
                    };
        }
    },
    NOT_TO_BE_DECODED("query: not to be decoded", Expectation.ANY) {
        @Override
        String query(List<ApiParameter> known, SchemaValues values, Chance chance) {
            return chance.any(known).name() + "="
                    + chance.any("%", "%zz", "%ff", "%c3%28", "%ed%a0%80", "%00", "a".repeat(6_000));
        }
    };

    private static final List<String> MOMENTS = List.of(
            "0",
            "-1",
            "9223372036854775807",
            "-9223372036854775808",
            "9999999999999999999",
            "1e3",
            "",
            "253402300800000",
            "8640000000000001");

    private final String label;
    private final Expectation expectation;

    QueryFault(String label, Expectation expectation) {
        this.label = label;
        this.expectation = expectation;
    }

    abstract String query(List<ApiParameter> known, SchemaValues values, Chance chance);

    String label() {
        return label;
    }

    Expectation expectation() {
        return expectation;
    }

    private static String text(ApiParameter parameter, SchemaValues values, Chance chance) {
        var value = values.value(parameter.schema(), chance);
        return value.isArray() ? value.path(0).asString("") : value.asString();
    }

    private static String pair(ApiParameter parameter, String value) {
        return parameter.name() + "=" + PercentEncoding.of(value);
    }

    private static String cursor(Chance chance) {
        var number = chance.oneIn(2)
                ? Identifiers.ticketNumber(chance)
                : chance.any("", "x", "0".repeat(16), "0".repeat(32));
        var moment = chance.oneIn(2) ? String.valueOf(chance.below(Integer.MAX_VALUE) * 1_000L) : chance.any(MOMENTS);
        var text = chance.any("1", "1", "1", "2", "") + "." + moment + "." + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
