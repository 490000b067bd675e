package org.navette.drill.fuzz.http;

import java.util.List;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;

/** What can be odd or wrong with a path. */
enum PathFault {
    NOWHERE("path: nowhere", Expectation.NO) {
        @Override
        void spoil(Draft request, ApiOperation operation, Chance chance) {
            request.target = chance.oneIn(2) ? chance.any(PATHS_TO_NOWHERE) : "/api/" + odd(chance) + "/x";
            if (request.body.length > 0 && chance.oneIn(2)) {
                request.chunked(chance.between(1, 200));
            }
        }
    },
    UNUSUAL("path: unusual", Expectation.ANY) {
        @Override
        void spoil(Draft request, ApiOperation operation, Chance chance) {
            request.target += chance.any(UNUSUAL_ENDS);
        }
    },
    NOT_TO_BE_DECODED("path: not to be decoded", Expectation.NOT_HTTP) {
        @Override
        void spoil(Draft request, ApiOperation operation, Chance chance) {
            request.target += chance.any(ENDS_OF_NO_ADDRESS);
        }
    },
    ODD_NUMBER("path: odd number", Expectation.NO) {
        @Override
        void spoil(Draft request, ApiOperation operation, Chance chance) {
            var number = chance.oneIn(3) ? odd(chance) : chance.any(NUMBERS);
            // An empty one is another address.
            request.target = operation.target(number.isEmpty() ? "x" : number);
        }
    },
    /** Not the interface's, but anybody can ask for it. */
    BESIDE("path: beside the interface", Expectation.NOT_HTTP) {
        @Override
        void spoil(Draft request, ApiOperation operation, Chance chance) {
            request.target = chance.any(BESIDE_THE_INTERFACE);
        }
    },
    SECRET("path: a secret", Expectation.SECRET) {
        @Override
        void spoil(Draft request, ApiOperation operation, Chance chance) {
            // Another method might be refused without a look at the address.
            request.method = "GET";
            request.target = chance.any(SECRETS);
        }
    };

    private static final List<String> PATHS_TO_NOWHERE = List.of(
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
    private static final List<String> BESIDE_THE_INTERFACE = List.of(
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
    private static final List<String> SECRETS = List.of(
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
    private static final List<String> UNUSUAL_ENDS =
            List.of("/", "//", "/.", ";a=b", ";", "%20", "/%2e", "/~", "%C3%A9", "?", "?&&&", "?=");
    private static final List<String> ENDS_OF_NO_ADDRESS = List.of(
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
            "/%u0041",
            "#x");
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
            "%C3%A9".repeat(3));

    private final String label;
    private final Expectation expectation;

    PathFault(String label, Expectation expectation) {
        this.label = label;
        this.expectation = expectation;
    }

    /** @param request with the operation's right address */
    abstract void spoil(Draft request, ApiOperation operation, Chance chance);

    String label() {
        return label;
    }

    Expectation expectation() {
        return expectation;
    }

    boolean suits(ApiOperation operation) {
        return this != ODD_NUMBER || !operation.parameters("path").isEmpty();
    }

    /** Still a part of a path. */
    private static String odd(Chance chance) {
        return PercentEncoding.of(OddTexts.any(chance)).replaceAll("%(00|2F|5C)", "x");
    }
}
