package org.navette.drill.fuzz.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.drill.fuzz.http.ApiOperation.ApiParameter;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.Identifiers;
import org.navette.drill.fuzz.values.OddTexts;

/** Addresses: paths and query strings, right and wrong. */
record TargetFaults(SchemaValues values) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    /** Not too long for an address. */
    private static final int LONGEST = 300;

    private static final List<String> NOWHERE = List.of(
            "/api/nope",
            "/api",
            "/api/",
            "/api/tickets/x/y",
            "/apis/tickets",
            "/api/Tickets",
            "/API/tickets",
            "/api/tickets.json",
            "/api/bulk",
            "/api/reference-data",
            "/api/reference-data/none",
            "/api/v1/tickets",
            "/api/tickets/count/count",
            "/api/internal");
    /** Not the interface's, but anybody can ask for them. */
    private static final List<String> BESIDE = List.of(
            "/",
            "/error",
            "/favicon.ico",
            "/index.html",
            "/actuator",
            "/actuator/health/none",
            "/v3/api-docs/none",
            "/v3/api-docs.yaml",
            "/swagger-ui.html",
            "/swagger-ui/none.js",
            "/webjars/",
            "*",
            "/actuator/prometheus?includedNames=%ff",
            "/error?status=200&message=x");

    private static final List<String> SECRET = List.of(
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/heapdump/",
            "/actuator/threaddump",
            "/actuator/configprops",
            "/actuator/beans",
            "/actuator/mappings",
            "/actuator/loggers",
            "/actuator/logfile",
            "/actuator/httpexchanges",
            "/actuator/shutdown",
            "/actuator/%65nv",
            "/actuator;a=b/env",
            "/h2-console",
            "/jolokia/list",
            "/.env",
            "/.git/config",
            "/application.yaml",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/BOOT-INF/classes/application.yaml",
            "/../application.yaml",
            "/api/tickets/../../actuator/env");
    private static final List<String> UNUSUAL =
            List.of("/", "//", "/.", ";a=b", ";", "%20", "/%2e", "/~", "%C3%A9", "?", "?&&&", "?=", "#x");
    private static final List<String> NO_ADDRESS = List.of(
            "/%2f",
            "/%5c",
            "\\",
            "/..",
            "/../..",
            "/%00",
            "/%zz",
            "/%",
            "/%c3%28",
            "/{",
            "/\u00FF",
            "/a b",
            "/<",
            "/%2e%2e/%2e%2e",
            "?a=<",
            "?{}",
            "\u0001",
            "/%u0041");
    private static final List<String> NUMBERS = List.of(
            "x",
            "0",
            "AAAAAAAAAAAAAAAA",
            "null",
            "-1",
            "%20",
            "%C2%A0",
            "$ne",
            "0".repeat(3_000),
            "....",
            "count%20",
            "é".repeat(3));
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

    /** A kind, the address, and what has to be said. */
    record Target(String kind, String text, Expectation expectation) {}

    /** The operation's address with all in it that it must have. */
    String right(ApiOperation operation, Chance chance) {
        return PARAMETER.matcher(operation.path()).replaceAll(Identifiers.ticketNumber(chance));
    }

    Target wrongPath(ApiOperation operation, Chance chance) {
        return switch (chance.below(6)) {
            case 0 -> new Target("path: nowhere", chance.any(NOWHERE), Expectation.NO);
            case 1 -> new Target("path: unusual", right(operation, chance) + chance.any(UNUSUAL), Expectation.ANY);
            case 2 -> new Target("path: beside the interface", chance.any(BESIDE), Expectation.NOT_HTTP);
            case 3 -> new Target("path: a secret", chance.any(SECRET), Expectation.SECRET);
            case 4 -> new Target(
                    "path: nowhere",
                    "/api/" + encoded(OddTexts.any(chance)).replaceAll("%(00|2F|5C)", "x") + "/x",
                    Expectation.NO);
            default -> new Target(
                    "path: not to be decoded", right(operation, chance) + chance.any(NO_ADDRESS), Expectation.NOT_HTTP);
        };
    }

    /** Numbers in a path. */
    Target oddNumber(ApiOperation operation, Chance chance) {
        var odd = chance.oneIn(3)
                ? encoded(OddTexts.any(chance)).replaceAll("%(00|2F|5C)", "x")
                : chance.any(NUMBERS).replace("é", "%C3%A9");
        // An empty one is another address.
        return new Target(
                "path: odd number",
                PARAMETER.matcher(operation.path()).replaceAll(Matcher.quoteReplacement(odd.isEmpty() ? "x" : odd)),
                Expectation.NO);
    }

    Target query(ApiOperation operation, Chance chance) {
        var known = operation.parameters("query");
        var path = right(operation, chance);
        var kind = known.isEmpty() ? 0 : chance.below(6);
        return switch (kind) {
            case 0 -> {
                var name = OddTexts.plain(chance, chance.between(1, 20));
                yield new Target(
                        "query: unknown parameter",
                        path + "?" + chance.any(name, name + "%5B$ne%5D", "$where", "limit.x", "page", "LIMIT") + "="
                                + chance.any("", "1", "x"),
                        known.isEmpty() ? Expectation.ANY : Expectation.NO);
            }
            case 1 -> {
                var one = chance.any(known);
                yield new Target("query: right value", path + "?" + pair(one, text(one, chance)), Expectation.ANY);
            }
            case 2 -> {
                var one = chance.any(known);
                yield new Target("query: odd value", path + "?" + pair(one, OddTexts.any(chance)), Expectation.ANY);
            }
            case 3 -> {
                var one = chance.any(known);
                yield new Target(
                        "query: several at once",
                        path + "?" + pair(one, text(one, chance)) + "&" + pair(one, text(one, chance)) + "&"
                                + pair(chance.any(known), text(chance.any(known), chance)),
                        Expectation.ANY);
            }
            case 4 -> new Target("query: cursor", path + "?cursor=" + cursor(chance), Expectation.ANY);
            default -> new Target(
                    "query: not to be decoded",
                    path + "?" + chance.any(known).name() + "="
                            + chance.any("%", "%zz", "%ff", "%c3%28", "%ed%a0%80", "%00", "a".repeat(6_000)),
                    Expectation.ANY);
        };
    }

    private String text(ApiParameter parameter, Chance chance) {
        var value = values.value(parameter.schema(), chance);
        return value.isArray() ? value.path(0).asString("") : value.asString();
    }

    private static String pair(ApiParameter parameter, String value) {
        return parameter.name() + "=" + encoded(value);
    }

    private static String cursor(Chance chance) {
        var number = chance.oneIn(2)
                ? Identifiers.ticketNumber(chance)
                : chance.any("", "x", "0".repeat(16), "0".repeat(32));
        var moment = chance.oneIn(2) ? String.valueOf(chance.below(Integer.MAX_VALUE) * 1_000L) : chance.any(MOMENTS);
        var text = chance.any("1", "1", "1", "2", "") + "." + moment + "." + number;
        var right = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return switch (chance.below(6)) {
            case 0 -> encoded(OddTexts.any(chance));
            case 1 -> right.substring(chance.below(right.length()));
            case 2 -> right + "%3D%3D%3D";
            default -> right;
        };
    }

    private static String encoded(String text) {
        var some = text.substring(0, Math.min(text.length(), LONGEST));
        return URLEncoder.encode(some, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
