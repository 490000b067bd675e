package org.navette.query.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.navette.messages.MailOutcome;
import org.navette.messages.Organisation;
import org.navette.query.FactMother;

class BatchTest {

    private final String number = FactMother.aNumber();
    private final Batch batch = new Batch();

    @Test
    void factsAreFoldedByTicket() {
        FactMother.life(number).forEach(fact -> batch.add(number, fact));

        assertThat(batch.tickets()).singleElement().satisfies(facts -> assertThat(facts.history())
                .hasSize(7));
    }

    @Test
    void aTicketsFactsCanBeTakenApart() {
        FactMother.life(number).forEach(fact -> batch.add(number, fact));

        List<Batch> apart = batch.oneByOne(number);

        assertThat(apart).hasSize(7).allSatisfy(one -> assertThat(one.tickets()).hasSize(1));
        TicketFacts merged = apart.get(6).tickets().iterator().next();
        apart.subList(0, 6).forEach(one -> merged.merge(one.tickets().iterator().next()));
        assertThat(merged)
                .usingRecursiveComparison()
                .isEqualTo(batch.tickets().iterator().next());
        assertThat(batch.oneByOne(FactMother.aNumber())).isEmpty();
    }

    @Test
    void refusalsAndRejectionsAreNoPartOfATicketsHistory() {
        batch.add(number, FactMother.refused(number));
        batch.add(number, FactMother.rejected(number, 3));

        assertThat(batch.tickets()).isEmpty();
        assertThat(batch.refusals()).containsOnlyKeys(number);
        assertThat(batch.rejectedActions()).containsOnlyKeys(number + ".action-1");
    }

    @Test
    void theLastOutcomeOfAMailCounts() {
        batch.add(number, FactMother.mail(number, MailOutcome.UNDELIVERABLE));
        batch.add(number, FactMother.mail(number, MailOutcome.SENT));

        assertThat(batch.mails().values()).singleElement().satisfies(mail -> assertThat(mail.getOutcome())
                .isEqualTo(MailOutcome.SENT));
    }

    @Test
    void aRecordUnderAnotherKeyIsUnusable() {
        assertThatThrownBy(() -> batch.add(FactMother.aNumber(), FactMother.opened(number)))
                .isInstanceOf(UnusableRecordException.class)
                .hasMessageContaining("key");
        assertThat(batch.tickets()).isEmpty();
    }

    @Test
    void aRecordThatIsNoFactIsUnusable() {
        assertThatThrownBy(() -> batch.add(number, new Organisation()))
                .isInstanceOf(UnusableRecordException.class)
                .hasMessageContaining("Organisation");
    }

    @Test
    void versionsBeginAtOne() {
        assertThatThrownBy(() -> batch.add(number, FactMother.taken(number, 0)))
                .isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void theFirstVersionIsAlwaysTheOpening() {
        assertThatThrownBy(() -> batch.add(number, FactMother.taken(number, 1)))
                .isInstanceOf(UnusableRecordException.class)
                .hasMessageContaining("TicketOpened");
        assertThat(batch.tickets()).isEmpty();
    }

    @Test
    void aFactAboutAnotherTicketThanItCarriesIsUnusable() {
        var opened = FactMother.opened(number);
        opened.getTicket().setNumber(FactMother.aNumber());

        assertThatThrownBy(() -> batch.add(number, opened)).isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void whatIsNoTicketNumberIsUnusable() {
        assertThatThrownBy(() -> batch.add("GENERATION", FactMother.taken("GENERATION", 2)))
                .isInstanceOf(UnusableRecordException.class);
    }
}
