package org.navette.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.navette.messages.Fact;
import org.navette.messages.Status;
import org.navette.query.FactMother;

class TicketFactsTest {

    private final String number = FactMother.aNumber();

    @Test
    void theLastFactDecidesOnTheStatus() {
        TicketFacts facts = fold(FactMother.opened(number), FactMother.taken(number, 2), FactMother.asked(number, 3));

        assertThat(facts.status()).isEqualTo(Status.AWAITING_INFORMATION);
        assertThat(facts.version()).isEqualTo(3);
        assertThat(facts.missing()).isZero();
        assertThat(facts.assignment().orElseThrow().agent()).isEqualTo("bob");
    }

    @Test
    void aTransferTakesTheTicketFromItsAgent() {
        TicketFacts facts =
                fold(FactMother.opened(number), FactMother.taken(number, 2), FactMother.transferred(number, 3));

        assertThat(facts.assignment().orElseThrow().agent()).isNull();
        assertThat(facts.recipient()).contains(FactMother.technicalSupport());
    }

    @Test
    void whateverTheOrderTheTicketIsTheSame() {
        TicketFacts inOrder = fold(FactMother.life(number));
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<SpecificRecord> shuffled = new ArrayList<>(FactMother.life(number));
            shuffled.add(shuffled.get(3));
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(1, shuffled.size());

            TicketFacts merged = fold(shuffled.subList(0, cut));
            merged.merge(fold(shuffled.subList(cut, shuffled.size())));

            assertThat(merged).usingRecursiveComparison().isEqualTo(inOrder);
        }
    }

    @Test
    void mergingTellsWhetherAnythingWasNew() {
        TicketFacts facts = fold(FactMother.opened(number), FactMother.taken(number, 2));

        assertThat(facts.merge(fold(FactMother.taken(number, 2)))).isFalse();
        assertThat(facts.merge(fold(FactMother.asked(number, 3)))).isTrue();
    }

    @Test
    void whatIsMissingIsCounted() {
        TicketFacts facts = fold(FactMother.taken(number, 2), FactMother.solved(number, 6));

        assertThat(facts.missing()).isEqualTo(4);
        assertThat(facts.isContiguous()).isFalse();
        assertThat(facts.ticket()).isEmpty();
    }

    private static TicketFacts fold(SpecificRecord... records) {
        return fold(List.of(records));
    }

    private static TicketFacts fold(List<SpecificRecord> records) {
        Batch batch = new Batch();
        records.forEach(record -> batch.add(((Fact) record.get(0)).getTicketNumber(), record));
        return batch.tickets().iterator().next();
    }
}
