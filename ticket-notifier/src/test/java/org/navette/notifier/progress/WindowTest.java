package org.navette.notifier.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window(10, new DoneFacts(10, 500));

    @Test
    void begins_where_it_was_told() {
        assertThat(window.position()).isEqualTo(new Position(10, 500));
    }

    @Test
    void stays_before_the_first_fact_that_is_not_done() {
        add(10, 11, 12);
        window.done(11, 500);
        window.done(12, 501);

        assertThat(window.position()).isEqualTo(new Position(10, 500));
    }

    @Test
    void goes_past_all_that_is_done() {
        add(10, 11, 12);
        window.done(11, 500);
        window.done(10, 501);

        assertThat(window.position().nextFact()).isEqualTo(12);
        assertThat(window.position().deliveriesFrom()).isLessThanOrEqualTo(502);
        window.done(12);
        assertThat(window.position()).isEqualTo(new Position(13, 502));
    }

    @Test
    void does_not_overlook_an_outcome_that_is_being_written() {
        add(10, 11);
        window.starts(10);
        window.starts(11);
        window.done(11, 501);

        assertThat(window.position().deliveriesFrom())
                .as("that of 10 may be 500")
                .isEqualTo(500);
    }

    @Test
    void need_not_read_what_was_written_while_a_fact_waited() {
        add(10, 11);
        window.starts(10);
        window.putOff(10);
        window.done(11, 900);
        assertThat(window.position()).isEqualTo(new Position(10, 900));

        window.starts(10);
        assertThat(window.position()).isEqualTo(new Position(10, 900));
    }

    @Test
    void forgets_where_outcomes_stand_only_by_blocks_of_facts() {
        long last = 10 + 1_000_000;
        for (long fact = 10; fact <= last; fact++) {
            window.add(fact);
        }
        for (long fact = 11; fact < last; fact++) {
            window.done(fact, 500 + fact);
        }
        assertThat(window.position()).as("one fact is open for long").isEqualTo(new Position(10, 511));

        window.done(10, 2_000_000);
        assertThat(window.position().nextFact()).isEqualTo(last);
        assertThat(window.position().deliveriesFrom())
                .as("no more than a block too much is read")
                .isBetween(500 + last - 2_048, 500 + last);
    }

    @Test
    void skips_what_was_done_before_and_keeps_where_that_stands() {
        DoneFacts before = new DoneFacts(10, 500);
        before.read(500, 12);
        before.read(501, 3);
        Window taken = new Window(10, before);

        assertThat(taken.add(10)).isTrue();
        assertThat(taken.add(12)).isFalse();
        assertThat(taken.position()).isEqualTo(new Position(10, 500));
        taken.done(10, 502);
        assertThat(taken.position()).isEqualTo(new Position(13, 503));
    }

    @Test
    void a_position_is_read_as_it_was_written() {
        assertThat(Position.deliveriesFrom(new Position(7, 42).metadata())).hasValue(42);
        assertThat(Position.deliveriesFrom("")).isEmpty();
        assertThat(Position.deliveriesFrom("deliveries=x")).isEmpty();
    }

    private void add(long... facts) {
        for (long fact : facts) {
            window.add(fact);
        }
    }
}
