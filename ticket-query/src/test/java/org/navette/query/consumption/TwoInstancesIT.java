package org.navette.query.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.navette.parts.Parts;
import org.navette.query.FactMother;
import org.navette.query.Log;
import org.navette.query.RunningQuery;

class TwoInstancesIT {

    @Test
    void instancesThatComeAndGoLoseAndDoubleNothing() throws Exception {
        try (Log log = new Log(Parts.bootstrapServers(), Parts.registryUrl());
                RunningQuery first = RunningQuery.start()) {
            first.catchUp();
            List<String> numbers = new ArrayList<>();
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 150; i++) {
                    String number = FactMother.aNumber();
                    numbers.add(number);
                    FactMother.life(number).forEach(log::tell);
                }
            });

            RunningQuery second = first.another();
            second.awaitAnswer();
            first.stop();
            second.awaitAnswer();
            first.startAgain();
            load.get(2, TimeUnit.MINUTES);
            second.catchUp();
            first.catchUp();

            for (String number : numbers) {
                assertThat(first.detail(number).get("version").asInt()).isEqualTo(7);
                assertThat(second.detail(number).get("history").size()).isEqualTo(7);
            }
            second.stop();
        }
    }
}
