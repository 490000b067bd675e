package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.messages.Destination;
import org.navette.messages.Fact;
import org.navette.messages.OrganisationId;
import org.navette.parts.Parts;
import org.navette.query.FactMother;
import org.navette.query.SettingsMother;
import org.navette.query.facts.Batch;
import org.navette.query.store.Projection;
import org.navette.query.store.StoreMother;

/** On a real MongoDB only: the embedded one neither uses indexes nor explains. */
class IndexesIT {

    private static final int TICKETS = 6_000;
    private static final int BATCH = 500;
    private static final int PAGE = 51;
    private static MongoClient client;

    @BeforeAll
    static void fill() {
        client = MongoClients.create(Parts.mongoUri());
        Projection projection = StoreMother.projection(client);
        assumeTrue(explains(), "a real MongoDB");
        Batch batch = new Batch();
        for (int i = 0; i < TICKETS; i++) {
            String number = FactMother.aNumber();
            boolean business = i % 2 == 0;
            add(
                    batch,
                    FactMother.opened(
                            FactMother.ticket(
                                    number,
                                    FactMother.NOON.plusSeconds(i),
                                    new OrganisationId("RIDET", String.valueOf(i % 3)),
                                    business ? Destination.BUSINESS_SERVICE : Destination.TECHNICAL_SUPPORT,
                                    "sub-" + i % 5),
                            business ? FactMother.town("SRV" + i % 4) : FactMother.technicalSupport()));
            if (i % 7 == 0) {
                add(batch, FactMother.solved(number, 2));
            }
            if ((i + 1) % BATCH == 0) {
                projection.write(batch);
                batch = new Batch();
            }
        }
    }

    private static void add(Batch batch, SpecificRecord fact) {
        batch.add(((Fact) fact.get(0)).getTicketNumber(), fact);
    }

    private static boolean explains() {
        try {
            explain(new Document());
            return true;
        } catch (MongoCommandException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        client.getDatabase(SettingsMother.DATABASE).drop();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=OPEN",
                "status=OPEN,RESOLVED",
                "issuer=RIDET:1",
                "issuer=RIDET:1;status=RESOLVED",
                "recipient=SIRET:21750001600019",
                "recipient=SIRET:21750001600019;recipientService=SRV2",
                "recipient=SIRET:21750001600019;recipientService=SRV2;status=OPEN,AWAITING_INFORMATION",
                "destination=TECHNICAL_SUPPORT",
                "category=issued-invoices",
                "subCategory=sub-3",
                "subCategory=sub-3;status=RESOLVED",
            })
    void aListReadsNoMoreThanItShows(String parameters) {
        Document explained = explain(filter(parameters, null));
        assertServedByIndex(explained);
        assertThat(examined(explained, "totalDocsExamined")).isLessThanOrEqualTo(PAGE + 5);
        assertThat(examined(explained, "totalKeysExamined")).isLessThanOrEqualTo(3 * PAGE);

        Cursor deep = new Cursor(FactMother.NOON.plusSeconds(TICKETS / 2), FactMother.aNumber());
        Document later = explain(filter(parameters, deep));
        assertServedByIndex(later);
        assertThat(examined(later, "totalDocsExamined"))
                .as("a later page costs no more than the first")
                .isLessThanOrEqualTo(PAGE + 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer=RIDET:1;category=issued-invoices",
                "issuer=RIDET:1;recipient=SIRET:21750001600019;status=OPEN",
                "recipient=SIRET:21750001600019;destination=BUSINESS_SERVICE",
                "category=issued-invoices;subCategory=sub-2;status=RESOLVED"
            })
    void severalFiltersShareAnIndexAndNothingIsSorted(String parameters) {
        assertServedByIndex(explain(filter(parameters, null)));
    }

    private static void assertServedByIndex(Document explained) {
        String plan = explained.get("queryPlanner", Document.class).toJson();
        String winning = plan.substring(plan.indexOf("winningPlan"), plan.indexOf("rejectedPlans"));
        assertThat(winning).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }

    private static int examined(Document explained, String what) {
        return explained.get("executionStats", Document.class).getInteger(what);
    }

    private static Bson filter(String parameters, @Nullable Cursor cursor) {
        Map<String, List<String>> values = new HashMap<>();
        for (String parameter : parameters.split(";")) {
            if (!parameter.isEmpty()) {
                String[] nameAndValues = parameter.split("=");
                values.put(nameAndValues[0], List.of(nameAndValues[1].split(",")));
            }
        }
        if (cursor != null) {
            values.put("cursor", List.of(cursor.encode()));
        }
        return TicketFilters.of(Parameters.list(values));
    }

    private static Document explain(Bson filter) {
        Document find = new Document("find", "tickets")
                .append("filter", filter)
                .append("sort", new Document("submittedAt", -1).append("_id", -1))
                .append("limit", PAGE);
        return client.getDatabase(SettingsMother.DATABASE)
                .runCommand(new Document("explain", find).append("verbosity", "executionStats"));
    }
}
