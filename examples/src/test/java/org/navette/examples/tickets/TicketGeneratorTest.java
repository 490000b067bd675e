package org.navette.examples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.navette.examples.tickets.Expected.Fate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TicketGeneratorTest {

    private final List<GeneratedTicket> tickets =
            TicketGenerator.of(7, "run-x").from(0).limit(5_000).toList();

    @Test
    void the_same_seed_makes_the_same_tickets_from_any_place() {
        assertThat(TicketGenerator.of(7, "run-x").ticket(4_321).json())
                .isEqualTo(tickets.get(4_321).json());
        assertThat(TicketGenerator.of(8, "run-x").ticket(4_321).json())
                .isNotEqualTo(tickets.get(4_321).json());
    }

    @Test
    void the_proportions_are_those_that_it_promises() {
        assertThat(share(Fate.TECHNICAL_SUPPORT)).isBetween(0.47, 0.53);
        assertThat(share(Fate.BUSINESS_SERVICE)).isBetween(0.29, 0.35);
        assertThat(share(Fate.REFUSED)).isBetween(0.06, 0.10);
        assertThat(share(Fate.NOT_ACCEPTED)).isBetween(0.08, 0.12);
        assertThat(tickets.stream().filter(ticket -> !ticket.deliverable()).count())
                .isBetween(5L, 60L);
    }

    @Test
    void every_reason_to_refuse_is_there() {
        Set<String> codes = tickets.stream()
                .map(GeneratedTicket::expected)
                .filter(expected -> expected.fate() == Fate.REFUSED)
                .map(Expected::code)
                .collect(Collectors.toSet());

        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "object-not-found",
                        "object-type-mismatch",
                        "object-recipient-unknown",
                        "recipient-unknown",
                        "recipient-unsuitable",
                        "recipient-service-required",
                        "recipient-service-unknown",
                        "recipient-service-unsuitable");
    }

    @Test
    void the_whole_catalogue_is_covered() {
        Set<String> subCategories = tickets.stream()
                .filter(ticket -> ticket.expected().isOpened())
                .map(ticket -> json(ticket).path("subCategory").asString())
                .collect(Collectors.toSet());

        assertThat(subCategories).hasSize(19);
    }

    @Test
    void valid_tickets_keep_to_the_limits_and_bear_the_run() {
        assertThat(tickets).filteredOn(ticket -> ticket.expected().isOpened()).allSatisfy(ticket -> {
            JsonNode json = json(ticket);
            assertThat(json.path("title").asString().length()).isLessThanOrEqualTo(200);
            assertThat(json.path("title").asString()).endsWith("[run-x]");
            assertThat(json.path("description").asString()).isNotBlank();
        });
    }

    @Test
    void a_line_is_one_line() {
        assertThat(tickets).noneMatch(ticket -> new String(ticket.json(), StandardCharsets.UTF_8).contains("\n"));
    }

    private double share(Fate fate) {
        return tickets.stream()
                        .filter(ticket -> ticket.expected().fate() == fate)
                        .count()
                / (double) tickets.size();
    }

    private static JsonNode json(GeneratedTicket ticket) {
        return JsonMapper.shared().readTree(ticket.json());
    }
}
