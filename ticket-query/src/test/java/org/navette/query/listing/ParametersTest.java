package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.navette.messages.Destination;
import org.navette.messages.Status;

class ParametersTest {

    @Test
    void withoutParametersAPageOfFiftyIsGiven() {
        ListRequest request = Parameters.list(Map.of());

        assertThat(request.limit()).isEqualTo(50);
        assertThat(request.cursor()).isNull();
        assertThat(request.filter().statuses()).isEmpty();
    }

    @Test
    void allOfAFilterIsRead() {
        TicketFilter filter = Parameters.filter(Map.of(
                "issuer", List.of("SIRET:73282932000074"),
                "recipient", List.of("EU_VAT:DE 1"),
                "recipientService", List.of("A B"),
                "destination", List.of("BUSINESS_SERVICE"),
                "status", List.of("OPEN", "CLOSED"),
                "category", List.of("c"),
                "subCategory", List.of("s")));

        assertThat(filter.issuer()).isEqualTo("SIRET:73282932000074");
        assertThat(filter.recipient()).isEqualTo("EU_VAT:DE 1");
        assertThat(filter.recipientService()).isEqualTo("A B");
        assertThat(filter.destination()).isEqualTo(Destination.BUSINESS_SERVICE);
        assertThat(filter.statuses()).containsExactlyInAnyOrder(Status.OPEN, Status.CLOSED);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithWhatIsWanted() {
        var e = catchThrowableOfType(
                InvalidParametersException.class,
                () -> Parameters.list(Map.of("page", List.of("2"), "limit", List.of("201"), "issuer", List.of(""))));

        assertThat(e.errors())
                .extracting(InvalidParametersException.Error::field, InvalidParametersException.Error::code)
                .containsExactlyInAnyOrder(
                        tuple("page", "unknown"), tuple("limit", "malformed"), tuple("issuer", "malformed"));
        assertThat(e.errors())
                .filteredOn(error -> error.field().equals("limit"))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("1 to 200"));
    }

    @Test
    void refusedIsNotAStatusOfListedTickets() {
        var e = catchThrowableOfType(
                InvalidParametersException.class, () -> Parameters.filter(Map.of("status", List.of("REFUSED"))));

        assertThat(e.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .contains("AWAITING_INFORMATION")
                .doesNotContain("REFUSED"));
    }
}
