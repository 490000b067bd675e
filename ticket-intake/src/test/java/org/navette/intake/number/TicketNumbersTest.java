package org.navette.intake.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.navette.schemas.TicketNumber;

class TicketNumbersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock STILL = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void numbersRiseBeyondWhatFitsIntoASecond() {
        TicketNumbers numbers = new TicketNumbers(STILL, 12_345);

        List<String> given = Stream.generate(numbers::next)
                .limit(300_000)
                .map(TicketNumber::value)
                .toList();

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aClockThatGoesBackRepeatsNothing() {
        MovableClock clock = new MovableClock();
        TicketNumbers numbers = new TicketNumbers(clock, 1);
        String before = numbers.next().value();

        clock.now = NOW.minus(Duration.ofDays(1));

        assertThat(numbers.next().value()).isGreaterThan(before);
    }

    @Test
    void aClockBeforeTheFirstSecondStillGivesNumbers() {
        MovableClock clock = new MovableClock();
        clock.now = Instant.EPOCH;

        assertThat(new TicketNumbers(clock, 1).next().value()).startsWith("000000");
    }

    @Test
    void twoInstancesGiveDifferentNumbersInTheSameSecond() {
        assertThat(new TicketNumbers(STILL, 1).next()).isNotEqualTo(new TicketNumbers(STILL, 2).next());
    }

    @Test
    void everyBitOfTheNonceCounts() {
        Set<TicketNumber> numbers = new HashSet<>();
        IntStream.range(0, 26).forEach(bit -> numbers.add(new TicketNumbers(STILL, 1 << bit).next()));

        assertThat(numbers).hasSize(26);
    }

    @Test
    void threadsNeverGetTheSameNumber() throws Exception {
        TicketNumbers numbers = new TicketNumbers(Clock.systemUTC(), 7);
        Callable<List<TicketNumber>> many =
                () -> Stream.generate(numbers::next).limit(50_000).toList();
        var threads = Executors.newFixedThreadPool(4);
        Set<TicketNumber> all = new HashSet<>();

        for (var given : threads.invokeAll(List.of(many, many, many, many))) {
            all.addAll(new ArrayList<>(given.get()));
        }
        threads.shutdown();

        assertThat(all).hasSize(200_000);
    }

    private static final class MovableClock extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
