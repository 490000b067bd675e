package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.navette.router.TicketMother.aTechnicalSubmission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.navette.messages.ActionType;
import org.navette.messages.Destination;
import org.navette.router.ActionMother;
import org.navette.router.TicketMother;

/** What nobody has thought of, put there on purpose. */
class DefectsTest {

    @Test
    void aRecordThatCannotBeJudgedIsADeadLetterAndTheNextOnePasses() {
        var judging = new Judging();
        try (TopologyTestDriver driver = judging.driver()) {
            judging.defects.add(new NullPointerException("a defect"));
            judging.pipe(driver, "first");
            judging.pipe(driver, "second");

            assertThat(judging.letters(driver)).containsExactly("first");
            assertThat(judging.outcomes(driver)).containsExactly("second");
        }
    }

    @Test
    void aFullDiskStopsTheTopologyAndMakesNoDeadLetter() {
        var judging = new Judging();
        try (TopologyTestDriver driver = judging.driver()) {
            judging.defects.add(new ProcessorStateException("No space left on device"));

            assertThatThrownBy(() -> judging.pipe(driver, "first")).hasRootCauseMessage("No space left on device");
            assertThat(judging.letters(driver)).isEmpty();
        }
    }

    @Test
    void aDefectAfterTheTicketWasStoredStopsTheTopologySoThatNothingOfItIsCommitted() {
        try (RouterDriver router = new RouterDriver(new FailingMeters())) {
            assertThatThrownBy(() -> router.submit(aTechnicalSubmission())).hasRootCauseMessage("a defect");
            assertThat(router.deadLetters()).isEmpty();
        }
    }

    @Test
    void aDefectWhileHeldActionsEndStopsTheTopologySoThatNoneIsLost() {
        try (RouterDriver router = new RouterDriver(new FailingMeters())) {
            router.ask(ActionMother.bySupport(ActionType.TAKE, TicketMother.aNumber()));

            assertThatThrownBy(() -> router.driver.advanceWallClockTime(
                            RouterDriver.SETTINGS.actionsHeldFor().plusSeconds(2)))
                    .hasRootCauseMessage("a defect");
            assertThat(router.deadLetters()).isEmpty();
        }
    }

    /** A topology of one step, with the router's own ways of dealing with failures. */
    private static final class Judging {
        final List<RuntimeException> defects = new ArrayList<>();

        TopologyTestDriver driver() {
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                    .mapValues(this::judge, Named.as("judge"))
                    .to("out", Produced.with(Serdes.String(), Serdes.String()));
            return new TopologyTestDriver(builder.build(), RouterDriver.properties());
        }

        void pipe(TopologyTestDriver driver, String value) {
            driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                    .pipeInput("key", value);
        }

        List<String> outcomes(TopologyTestDriver driver) {
            return driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                    .readValuesToList();
        }

        List<String> letters(TopologyTestDriver driver) {
            return RouterDriver.deadLetters(driver).stream()
                    .map(letter -> new String(letter.value(), StandardCharsets.UTF_8))
                    .toList();
        }

        private String judge(String value) {
            if (!defects.isEmpty()) {
                throw defects.remove(0);
            }
            return value;
        }
    }

    private static final class FailingMeters implements RouterMeters {
        @Override
        public void routed(Destination destination) {
            throw new IllegalStateException("a defect");
        }

        @Override
        public void refused(String code) {}

        @Override
        public void rejected(String code) {
            throw new IllegalStateException("a defect");
        }
    }
}
