package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.navette.query.store.Partition;

class SharesTest {

    @Test
    void everyPartitionWithSomethingToReadIsDealtOutOnceAndEvenly() {
        Map<Partition, Long> from = new HashMap<>();
        Map<Partition, Long> to = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            from.put(partition(i), 10L);
            to.put(partition(i), 110L);
        }
        from.put(partition(12), 5L);
        to.put(partition(12), 5L);

        List<Map<Partition, Long>> shares = Shares.of(from, to, 3);

        assertThat(shares).hasSize(3).allSatisfy(share -> assertThat(share).hasSize(4));
        assertThat(shares.stream().flatMap(share -> share.keySet().stream()))
                .doesNotHaveDuplicates()
                .doesNotContain(partition(12));
    }

    @Test
    void aThreadWithNothingToReadIsNotNeeded() {
        assertThat(Shares.of(Map.of(partition(0), 0L), Map.of(partition(0), 7L), 4))
                .containsExactly(Map.of(partition(0), 7L));
        assertThat(Shares.of(Map.of(), Map.of(), 4)).isEmpty();
    }

    private static Partition partition(int number) {
        return new Partition("ticket-events", number);
    }
}
