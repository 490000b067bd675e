package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.navette.messages.ActionType;
import org.navette.messages.internal.TransferJudged;
import org.navette.router.ActionMother;
import org.navette.schemas.WireFormat;

class HeldActionsTest {

    private static final String TICKET = "T-2611-0000-0001";
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private KeyValueStore<String, TransferJudged> store;
    private HeldActions held;

    @BeforeEach
    void open() {
        store = HeldActions.store(new RouterSerdes(new WireFormat("mock://held-actions", true)))
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        held = new HeldActions(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leaveInTheOrderInWhichTheyCameThoughTheClockWasSetBack() {
        TransferJudged first = hold(NOON);
        TransferJudged second = hold(NOON.minusMillis(400));
        TransferJudged third = hold(NOON.minusMillis(300));
        TransferJudged fourth = hold(NOON.plusMillis(1));

        assertThat(held.release(TICKET)).containsExactly(first, second, third, fourth);
    }

    @Test
    void oneThatCameWhileTheClockWasFarAheadKeepsNoOtherWaiting() {
        hold(NOON.plusSeconds(3_000));
        TransferJudged second = hold(NOON);
        TransferJudged third = hold(NOON);

        assertThat(held.expire(NOON.plusSeconds(10), Duration.ofSeconds(10))).containsExactly(second, third);
    }

    @Test
    void thoseOfOneMomentAreKeptApartThoughOthersHaveExpired() {
        hold(NOON);
        TransferJudged second = hold(NOON.plusSeconds(1));
        held.expire(NOON, Duration.ZERO);
        TransferJudged third = hold(NOON.plusSeconds(1));

        assertThat(held.release(TICKET)).containsExactly(second, third);
    }

    private TransferJudged hold(Instant now) {
        TransferJudged action = new TransferJudged(ActionMother.bySupport(ActionType.TAKE, TICKET), null, null);
        assertThat(held.hold(action, now)).isTrue();
        return action;
    }
}
