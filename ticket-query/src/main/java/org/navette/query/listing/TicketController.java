package org.navette.query.listing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.navette.messages.Destination;
import org.navette.messages.Status;
import org.navette.query.listing.TicketViews.Count;
import org.navette.query.listing.TicketViews.Statistics;
import org.navette.query.listing.TicketViews.TicketDetail;
import org.navette.query.listing.TicketViews.TicketPage;
import org.navette.query.store.Reading;
import org.navette.query.store.TicketRow;
import org.navette.query.store.Tickets;
import org.navette.schemas.TicketNumber;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets as operators and other services see them. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
class TicketController {

    private static final int LONGEST_NUMBER = 40;

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets")
    @Operation(summary = "A page of the tickets that were accepted, the youngest first")
    @TicketFilterParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cursor",
            description = "next of the page before",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "a parameter is unknown or malformed")
    TicketPage list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        ListRequest request = Parameters.list(parameters);
        // One more than asked for tells whether there is a next page.
        List<TicketRow> rows = tickets.reading().list(TicketFilters.of(request), request.limit() + 1);
        boolean more = rows.size() > request.limit();
        List<TicketRow> shown = more ? rows.subList(0, request.limit()) : rows;
        return new TicketPage(shown.stream().map(Views::line).toList(), more ? after(shown) : null);
    }

    private static String after(List<TicketRow> rows) {
        TicketRow last = rows.get(rows.size() - 1);
        return new Cursor(last.ticket().getSubmittedAt(), last.ticket().getNumber()).encode();
    }

    @GetMapping("/tickets/count")
    @Operation(summary = "How many tickets such a list has")
    @TicketFilterParameters
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "a parameter is unknown or malformed")
    Count count(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        return new Count(tickets.reading().count(TicketFilters.of(Parameters.filter(parameters))));
    }

    @GetMapping("/tickets/{number}")
    @Operation(summary = "A ticket with its history, or a refused submission with its reason")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "not a ticket number; most likely a character is wrong")
    @ApiResponse(responseCode = "404", description = "no such ticket, or not yet")
    TicketDetail detail(
            @PathVariable String number,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        Parameters.none(parameters);
        String stored = parse(number);
        return tickets.reading()
                .find(stored)
                .map(found -> Views.detail(stored, found))
                .orElseThrow(() -> new UnknownTicketException(stored));
    }

    private static String parse(String typed) {
        if (typed.length() > LONGEST_NUMBER) {
            throw notANumber();
        }
        return TicketNumber.parse(typed).map(TicketNumber::value).orElseThrow(TicketController::notANumber);
    }

    private static InvalidParametersException notANumber() {
        return new InvalidParametersException(List.of(new InvalidParametersException.Error(
                "number",
                "malformed",
                "sixteen letters and digits, the last of which proves the others: check for a mistyped character")));
    }

    @GetMapping("/statistics")
    @Operation(summary = "How many tickets and refused submissions there are")
    Statistics statistics(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        Parameters.none(parameters);
        Reading reading = tickets.reading();
        Set<Status> statuses = EnumSet.complementOf(EnumSet.of(Status.REFUSED));
        SortedMap<String, Long> byStatus = new TreeMap<>();
        statuses.forEach(status -> byStatus.put(status.name(), reading.count(TicketFilters.of(status))));
        SortedMap<String, Long> byDestination = new TreeMap<>();
        Arrays.stream(Destination.values())
                .forEach(destination ->
                        byDestination.put(destination.name(), reading.count(TicketFilters.of(destination))));
        byStatus.remove(Status.UNKNOWN.name(), 0L);
        byDestination.remove(Destination.UNKNOWN.name(), 0L);
        SortedMap<String, Long> byCode = reading.refusalsByCode();
        return new Statistics(sum(byStatus), byStatus, byDestination, sum(byCode), byCode);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
