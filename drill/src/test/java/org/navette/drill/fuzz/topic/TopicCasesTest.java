package org.navette.drill.fuzz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.navette.drill.fuzz.values.Chance;
import org.navette.schemas.RecordTypes;

class TopicCasesTest {

    private final SchemaIds schemas = schemas();
    private final TopicCases cases = new TopicCases(schemas);

    @Test
    void areTheSameForTheSameSeed() {
        var again = new TopicCases(schemas());
        LongStream.range(0, 700).forEach(number -> {
            var one = cases.draw(number, Chance.of(9, number));
            var other = again.draw(number, Chance.of(9, number));
            assertThat(one.value()).isEqualTo(other.value());
            assertThat(one.key()).isEqualTo(other.key());
            assertThat(one.topic()).isEqualTo(other.topic());
        });
    }

    @Test
    void areOfEveryKindAndForEveryTopic() {
        var kinds = new HashSet<String>();
        var topics = new HashSet<String>();
        LongStream.range(0, 5_000)
                .filter(number -> number < 1_500 || number % 200 == 15)
                .forEach(number -> {
                    var one = cases.draw(number, Chance.of(1, number));
                    kinds.add(one.kind());
                    topics.add(one.topic());
                });
        for (var fault : RecordFault.values()) {
            assertThat(kinds).contains(fault.label());
        }
        assertThat(topics).hasSize(Target.ALL.size());
    }

    @Test
    void aTombstoneKillsNobodyWhereRecordsMayBeDeleted() {
        for (var target : Target.ALL) {
            var making = Making.usual(schemas, target, Chance.of(1, 1));
            RecordFault.NO_VALUE.spoil(making);
            var tombstone = making.as("tombstone");
            assertThat(tombstone.value()).isNull();
            assertThat(tombstone.dies()).isEqualTo(target.compacted() ? java.util.Set.of() : target.deadLetters());
        }
    }

    @Test
    void aTruncatedFactMustBeADeadLetterOfBothWhoReadFacts() {
        var events = Target.ALL.stream()
                .filter(target -> target.topic().name().equals("ticket-events"))
                .findFirst()
                .orElseThrow();
        var making = Making.usual(schemas, events, Chance.of(1, 1));
        RecordFault.TRUNCATED.spoil(making);
        assertThat(making.as("truncated").dies())
                .containsExactlyInAnyOrder("ticket-events-query-dlt", "ticket-events-notifier-dlt");
    }

    @Test
    void theBrokerMayRefuseOnlyARecordWithoutAKeyWhereItCompactsAndAnOddTime() {
        for (var target : Target.ALL) {
            var keyless = Making.usual(schemas, target, Chance.of(1, 1));
            RecordFault.NO_KEY.spoil(keyless);
            assertThat(keyless.as("no key").refusable()).isEqualTo(target.compacted());
            var untimely = Making.usual(schemas, target, Chance.of(1, 1));
            RecordFault.ODD_TIME.spoil(untimely);
            assertThat(untimely.as("odd time").refusable()).isTrue();
            var truncated = Making.usual(schemas, target, Chance.of(1, 1));
            RecordFault.TRUNCATED.spoil(truncated);
            assertThat(truncated.as("truncated").refusable()).isFalse();
        }
    }

    private static SchemaIds schemas() {
        var byName = new LinkedHashMap<String, SchemaIds.Known>();
        for (var type : RecordTypes.all()) {
            byName.put(type.name(), new SchemaIds.Known(type.rawSchema(), byName.size() + 1));
        }
        return new SchemaIds(byName, 101, 102, 103);
    }
}
