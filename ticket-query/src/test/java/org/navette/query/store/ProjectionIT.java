package org.navette.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.navette.messages.Fact;
import org.navette.parts.Parts;
import org.navette.query.FactMother;
import org.navette.query.SettingsMother;
import org.navette.query.facts.Batch;

class ProjectionIT {

    private final MongoClient client = MongoClients.create(Parts.mongoUri());
    private final ReadModel model = StoreMother.model(client);
    private final Projection projection = StoreMother.projections().of(model);
    private final String number = FactMother.aNumber();

    @BeforeEach
    void createIndexes() {
        model.createIndexes();
    }

    @AfterEach
    void drop() {
        client.getDatabase(SettingsMother.DATABASE).drop();
        client.close();
    }

    @Test
    void aBatchMayBeRepeated() {
        write(FactMother.life(number));
        BsonDocument once = stored();

        write(FactMother.life(number));

        assertThat(stored()).isEqualTo(once);
        assertThat(once.getInt32("version").getValue()).isEqualTo(7);
    }

    @Test
    void aStaleFactChangesNothing() {
        write(FactMother.life(number));
        BsonDocument whole = stored();

        write(List.of(FactMother.taken(number, 2)));
        write(List.of(FactMother.opened(number)));

        assertThat(stored()).isEqualTo(whole);
    }

    @Test
    void howeverTheBatchesAreCutAndRepeatedTheDocumentIsTheSame() {
        write(FactMother.life(number));
        BsonDocument expected = stored();
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            model.tickets().deleteMany(new BsonDocument());
            writeInCuts(FactMother.life(number), random);
            assertThat(stored()).isEqualTo(expected);
        }
    }

    private void writeInCuts(List<SpecificRecord> facts, Random random) {
        int position = 0;
        while (position < facts.size()) {
            int from = Math.max(0, position - random.nextInt(3));
            int to = Math.min(facts.size(), position + 1 + random.nextInt(3));
            write(facts.subList(from, to));
            position = to;
        }
    }

    @Test
    void ofFactsThatContradictEachOtherTheFirstCountsHoweverTheBatchesAreCut() {
        Random random = new Random(17);
        for (int round = 0; round < 40; round++) {
            model.tickets().deleteMany(new BsonDocument());
            List<SpecificRecord> contradictory = contradictory(random);
            contradictory.forEach(fact -> write(List.of(fact)));
            BsonDocument expected = stored();

            model.tickets().deleteMany(new BsonDocument());
            writeInCuts(contradictory, random);

            assertThat(stored()).isEqualTo(expected);
        }
    }

    /** A life with another fact of the same version somewhere behind each of some facts. */
    private List<SpecificRecord> contradictory(Random random) {
        List<SpecificRecord> facts = new ArrayList<>(FactMother.life(number));
        var otherTicket = FactMother.opened(number);
        otherTicket.getTicket().setTitle("Autre chose");
        otherTicket.setRecipient(FactMother.technicalSupport());
        List<SpecificRecord> others = List.of(
                otherTicket,
                FactMother.transferred(number, 2),
                FactMother.taken(number, 3),
                FactMother.solved(number, 4),
                FactMother.taken(number, 5),
                FactMother.asked(number, 7));
        for (SpecificRecord other : others) {
            int version = ((Fact) other.get(0)).getVersion();
            int first = IntStream.range(0, facts.size())
                    .filter(i -> ((Fact) facts.get(i).get(0)).getVersion() == version)
                    .findFirst()
                    .orElseThrow();
            facts.add(random.nextInt(first + 1, facts.size() + 1), other);
        }
        return facts;
    }

    @Test
    void whateverTheOrderTheDocumentIsTheSameInTheEnd() {
        write(FactMother.life(number));
        BsonDocument expected = stored();
        Random random = new Random(13);
        for (int round = 0; round < 20; round++) {
            model.tickets().deleteMany(new BsonDocument());
            List<SpecificRecord> shuffled = new ArrayList<>(FactMother.life(number));
            Collections.shuffle(shuffled, random);
            shuffled.forEach(fact -> write(List.of(fact)));
            assertThat(stored()).isEqualTo(expected);
        }
    }

    @Test
    void twoWritersOfTheSameTicketDoNoHarm() throws Exception {
        write(FactMother.life(number));
        BsonDocument expected = stored();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                model.tickets().deleteMany(new BsonDocument());
                Callable<Void> each = () -> {
                    List<SpecificRecord> shuffled = new ArrayList<>(FactMother.life(number));
                    Collections.shuffle(shuffled);
                    shuffled.forEach(fact -> write(List.of(fact)));
                    return null;
                };
                for (Future<Void> writer : writers.invokeAll(List.of(each, each))) {
                    writer.get();
                }
                assertThat(stored()).isEqualTo(expected);
            }
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void aGapIsToldAndWhatCameIsShown() {
        write(List.of(FactMother.opened(number)));

        Written written = write(List.of(FactMother.solved(number, 6)));

        assertThat(written.gaps()).containsExactly(number);
        assertThat(stored().getString("status").getValue()).isEqualTo("RESOLVED");
        assertThat(write(List.of(FactMother.accepted(number, 7))).gaps())
                .as("the gap is told once")
                .isEmpty();
        assertThat(write(FactMother.life(number)).gaps()).isEmpty();
        assertThat(stored().getInt32("missing").getValue()).isZero();
    }

    @Test
    void aTicketThatGrowsTooLargeIsToldAndHoldsUpNoOther() {
        String other = FactMother.aNumber();
        write(List.of(FactMother.opened(number)));
        List<SpecificRecord> facts = longTexts(2, 20);
        facts.add(FactMother.opened(other));

        assertThat(write(facts).tooLarge()).isEmpty();
        Written tooMuch = write(longTexts(22, 20));
        Written asMuchAtOnce = write(longTexts(2, 40));

        if (!tooMuch.tooLarge().isEmpty()) {
            // The embedded database knows no limit, only the driver does.
            assertThat(stored().getInt32("version").getValue()).isEqualTo(21);
        }
        assertThat(asMuchAtOnce.tooLarge()).containsOnlyKeys(number);
        assertThat(stored(other)).isNotNull();
    }

    /** No router refuses such a submission; somebody else may write facts. */
    @Test
    void aRefusalThatIsTooLargeIsToldAndHoldsUpNoOther() {
        String other = FactMother.aNumber();
        var refused = FactMother.refused(number);
        refused.getTicket().setDescription("x".repeat(17 * 1024 * 1024));

        Written written = write(List.of(FactMother.refused(other), refused));

        assertThat(written.tooLarge()).containsOnlyKeys(number);
        assertThat(model.refusals()
                        .find(new BsonDocument("_id", new BsonString(other)))
                        .first())
                .isNotNull();
    }

    private List<SpecificRecord> longTexts(int firstVersion, int count) {
        List<SpecificRecord> facts = new ArrayList<>();
        for (int version = firstVersion; version < firstVersion + count; version++) {
            var asked = FactMother.asked(number, version);
            asked.setText("x".repeat(500_000));
            facts.add(asked);
        }
        return facts;
    }

    private Written write(List<? extends SpecificRecord> facts) {
        Batch batch = new Batch();
        facts.forEach(fact -> batch.add(((Fact) fact.get(0)).getTicketNumber(), fact));
        return projection.write(batch);
    }

    private BsonDocument stored() {
        return stored(number);
    }

    /** The order of fields depends on the way that a document went; nobody sees it. */
    private BsonDocument stored(String wanted) {
        return model.tickets()
                .find(new BsonDocument("_id", new BsonString(wanted)))
                .first();
    }
}
