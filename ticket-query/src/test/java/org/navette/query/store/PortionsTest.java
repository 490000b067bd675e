package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortionsTest {

    private final Portions portions = new Portions(100, Duration.ofMinutes(1));
    private final List<Integer> written = new ArrayList<>();
    private int mostInTime = Integer.MAX_VALUE;

    @Test
    void whatIsFastGoesTogether() {
        write(250);

        assertThat(written).containsExactly(100, 100, 50);
    }

    @Test
    void whatCantBeWrittenInTimeIsWrittenInSmallerPortionsTheNextTime() {
        mostInTime = 30;

        assertThatThrownBy(() -> write(60)).isInstanceOf(MongoSocketReadTimeoutException.class);
        assertThatThrownBy(() -> write(60)).isInstanceOf(MongoSocketReadTimeoutException.class);
        write(20);

        assertThat(written).containsExactly(20);
    }

    @Test
    void aPortionIsNeverEmpty() {
        mostInTime = 0;
        for (int tries = 0; tries < 10; tries++) {
            assertThatThrownBy(() -> write(5)).isInstanceOf(MongoSocketReadTimeoutException.class);
        }
        mostInTime = 1;

        portions.each(List.of("a"), portion -> written.add(portion.size()));

        assertThat(written).containsExactly(1);
    }

    @Test
    void portionsGrowAgainWhenTheDatabaseHasRecovered() {
        mostInTime = 30;
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> write(100)).isInstanceOf(MongoSocketReadTimeoutException.class);
        }
        mostInTime = Integer.MAX_VALUE;

        write(275);

        assertThat(written).containsExactly(25, 50, 100, 100);
    }

    @Test
    void portionsShrinkBeforeTheLimitIsReached() {
        Portions slow = new Portions(100, Duration.ofNanos(1));

        slow.each(IntStream.range(0, 175).boxed().toList(), portion -> written.add(portion.size()));

        assertThat(written).containsExactly(100, 50, 25);
    }

    private void write(int count) {
        portions.each(IntStream.range(0, count).boxed().toList(), portion -> {
            if (portion.size() > mostInTime) {
                throw new MongoSocketReadTimeoutException("too slow", new ServerAddress(), new RuntimeException());
            }
            written.add(portion.size());
        });
    }
}
