package org.navette.query.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Destination;
import org.navette.messages.Status;
import org.navette.query.listing.InvalidParametersException.Error;

/** Reads the parameters of a request, and names everything that is wrong with them at once. */
final class Parameters {

    private static final Set<String> OF_FILTER =
            Set.of("issuer", "recipient", "recipientService", "destination", "status", "category", "subCategory");
    private static final Set<String> OF_PAGE = Set.of("limit", "cursor");

    private static final Pattern ORGANISATION = Pattern.compile("[A-Z][A-Z0-9_]{0,29}:\\S.{0,99}");
    private static final Pattern CODE = Pattern.compile("\\S.{0,99}");
    private static final Set<Status> LISTED =
            EnumSet.of(Status.OPEN, Status.AWAITING_INFORMATION, Status.RESOLVED, Status.CLOSED);
    private static final Set<Destination> DESTINATIONS =
            EnumSet.of(Destination.TECHNICAL_SUPPORT, Destination.BUSINESS_SERVICE);

    private final Map<String, List<String>> values;
    private final List<Error> errors = new ArrayList<>();

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws InvalidParametersException naming each parameter at fault */
    static ListRequest list(Map<String, List<String>> values) {
        Set<String> allowed = new TreeSet<>(OF_FILTER);
        allowed.addAll(OF_PAGE);
        Parameters parameters = new Parameters(values);
        parameters.refuseOthersThan(allowed);
        ListRequest request = new ListRequest(parameters.filter(), parameters.limit(), parameters.cursor());
        return parameters.unlessWrong(request);
    }

    /** @throws InvalidParametersException naming each parameter at fault */
    static TicketFilter filter(Map<String, List<String>> values) {
        Parameters parameters = new Parameters(values);
        parameters.refuseOthersThan(new TreeSet<>(OF_FILTER));
        return parameters.unlessWrong(parameters.filter());
    }

    /** @throws InvalidParametersException where there is any parameter */
    static void none(Map<String, List<String>> values) {
        Parameters parameters = new Parameters(values);
        parameters.refuseOthersThan(Set.of());
        parameters.unlessWrong(parameters);
    }

    private <T> T unlessWrong(T result) {
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
        return result;
    }

    private TicketFilter filter() {
        String recipient = matching("recipient", ORGANISATION, "scheme:value, such as SIRET:35600000000048");
        String service = matching("recipientService", CODE, "a service code of at most 100 characters");
        if (service != null && !values.containsKey("recipient")) {
            errors.add(new Error("recipient", "required", "a recipientService is looked for within a recipient"));
        }
        return new TicketFilter(
                matching("issuer", ORGANISATION, "scheme:value, such as SIRET:35600000000048"),
                recipient,
                service,
                single("destination", symbolOf(Destination.class, DESTINATIONS), oneOf(DESTINATIONS)),
                statuses(),
                matching("category", CODE, "a category's code of at most 100 characters"),
                matching("subCategory", CODE, "a sub-category's code of at most 100 characters"));
    }

    private Set<Status> statuses() {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String value : values.getOrDefault("status", List.of())) {
            symbolOf(Status.class, LISTED)
                    .apply(value)
                    .ifPresentOrElse(statuses::add, () -> errors.add(new Error("status", "malformed", oneOf(LISTED))));
        }
        return statuses;
    }

    private int limit() {
        String wanted = "a whole number from 1 to " + ListRequest.LARGEST_LIMIT;
        Integer limit = single("limit", Parameters::parseLimit, wanted);
        return limit == null ? ListRequest.DEFAULT_LIMIT : limit;
    }

    private static Optional<Integer> parseLimit(String value) {
        if (!value.matches("\\d{1,4}")) {
            return Optional.empty();
        }
        int limit = Integer.parseInt(value);
        return limit >= 1 && limit <= ListRequest.LARGEST_LIMIT ? Optional.of(limit) : Optional.empty();
    }

    private @Nullable Cursor cursor() {
        return single("cursor", Cursor::decode, "the value of next in a former answer");
    }

    private @Nullable String matching(String name, Pattern pattern, String wanted) {
        return single(
                name, value -> Optional.of(value).filter(v -> pattern.matcher(v).matches()), wanted);
    }

    private <T> @Nullable T single(String name, Function<String, Optional<T>> parse, String wanted) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            errors.add(new Error(name, "repeated", "may be given once"));
        } else if (given.size() == 1) {
            Optional<T> value = parse.apply(given.get(0));
            if (value.isPresent()) {
                return value.get();
            }
            errors.add(new Error(name, "malformed", wanted));
        }
        return null;
    }

    private void refuseOthersThan(Set<String> allowed) {
        new TreeSet<>(values.keySet())
                .stream()
                        .filter(name -> !allowed.contains(name))
                        .forEach(name -> errors.add(new Error(
                                name,
                                "unknown",
                                allowed.isEmpty()
                                        ? "no parameter is known here"
                                        : "known are " + String.join(", ", allowed))));
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> symbolOf(Class<E> type, Set<E> allowed) {
        return value -> Arrays.stream(type.getEnumConstants())
                .filter(symbol -> symbol.name().equals(value) && allowed.contains(symbol))
                .findFirst();
    }

    private static String oneOf(Set<? extends Enum<?>> allowed) {
        return allowed.stream().map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
    }
}
