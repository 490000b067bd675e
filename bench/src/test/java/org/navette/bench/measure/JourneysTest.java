package org.navette.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JourneysTest {

    private final ArrayList<String> samples = new ArrayList<>();
    private final Journeys journeys = new Journeys(1_000_000_000L, 2, (number, due) -> samples.add(number + "@" + due));

    @Test
    void keepsWhenAcceptedTicketsWereDue() {
        journeys.started(5_000);
        journeys.answered(500_000_000L, 202, body("0000000000000001"));
        journeys.answered(1_500_000_000L, 202, body("0000000000000002"));
        journeys.answered(1_700_000_000L, 503, ByteBuffer.allocate(0));
        journeys.answered(2_000_000_000L, 202, body("0000000000000003"));

        assertThat(journeys.accepted()).isEqualTo(3);
        assertThat(journeys.due())
                .containsEntry("0000000000000002", 6_500L)
                .containsEntry("0000000000000003", 7_000L)
                .hasSize(2);
        assertThat(samples).containsExactly("0000000000000003@7000");
    }

    private static ByteBuffer body(String number) {
        return ByteBuffer.wrap(("{\"status\":\"accepted\",\"number\":\"" + number + "\",\"groupedNumber\":\"0000-\"}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
