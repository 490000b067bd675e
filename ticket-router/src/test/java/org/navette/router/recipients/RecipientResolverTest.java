package org.navette.router.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.router.DirectoryMother.FORMER_RECIPIENT;
import static org.navette.router.DirectoryMother.TOWN_HALL;
import static org.navette.router.DirectoryMother.object;
import static org.navette.router.DirectoryMother.town;
import static org.navette.router.TicketMother.TOWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.navette.messages.BusinessObject;
import org.navette.messages.ObjectRecipient;
import org.navette.messages.ObjectState;
import org.navette.messages.Organisation;
import org.navette.messages.RecipientRequest;

class RecipientResolverTest {

    @Test
    void aSentObjectLeadsToItsRecipient() {
        assertThat(byInvoice(invoice(2026, ObjectState.SENT, TOWN_HALL, null))).isEqualTo("Ville de Lutèce");
    }

    @Test
    void aDraftLeadsToTheRecipientThatIsFilledIn() {
        assertThat(byInvoice(invoice(2026, ObjectState.DRAFT, TOWN_HALL, null))).isEqualTo("Ville de Lutèce");
    }

    @Test
    void aDraftWithoutRecipientLeadsNowhere() {
        assertThat(byInvoice(invoice(2026, ObjectState.DRAFT, null, null))).isEqualTo("object-recipient-unknown");
    }

    @Test
    void aRejectedObjectLeadsToWhereItWasSentFirst() {
        assertThat(byInvoice(invoice(2026, ObjectState.REJECTED, TOWN_HALL, FORMER_RECIPIENT)))
                .isEqualTo("Service d’avant");
    }

    @Test
    void aRejectedObjectThatNeverMovedLeadsToItsRecipient() {
        assertThat(byInvoice(invoice(2026, ObjectState.REJECTED, TOWN_HALL, null)))
                .isEqualTo("Ville de Lutèce");
    }

    @Test
    void theInitialRecipientOfAnObjectThatIsNotRejectedDoesNotMatter() {
        assertThat(byInvoice(invoice(2026, ObjectState.SENT, TOWN_HALL, FORMER_RECIPIENT)))
                .isEqualTo("Ville de Lutèce");
    }

    @Test
    void theLatestYearCounts() {
        assertThat(byInvoice(
                        invoice(2024, ObjectState.SENT, FORMER_RECIPIENT, null),
                        invoice(2026, ObjectState.SENT, TOWN_HALL, null),
                        invoice(2025, ObjectState.SENT, FORMER_RECIPIENT, null)))
                .isEqualTo("Ville de Lutèce");
    }

    @Test
    void theTypeCountsBeforeTheYear() {
        assertThat(byInvoice(
                        object("refund-claim", "N-1", 2026, ObjectState.SENT, FORMER_RECIPIENT, null),
                        invoice(2020, ObjectState.SENT, TOWN_HALL, null)))
                .isEqualTo("Ville de Lutèce");
    }

    @Test
    void noObjectAndNoneOfTheTypeAreToldApart() {
        assertThat(byInvoice()).isEqualTo("object-not-found");
        assertThat(byInvoice(object("refund-claim", "N-1", 2026, ObjectState.SENT, TOWN_HALL, null)))
                .isEqualTo("object-type-mismatch");
    }

    @Test
    void anOrganisationThatTakesTicketsIsTheRecipient() {
        assertThat(byRequest(town(), null)).isEqualTo("Ville de Lutèce");
        assertThat(byRequest(town(), "COMPTA")).isEqualTo("Ville de Lutèce / Comptabilité");
    }

    @Test
    void anOrganisationMustBeKnownActiveAndTakeTickets() {
        assertThat(byRequest(null, null)).isEqualTo("recipient-unknown");

        Organisation gone = town();
        gone.setActive(false);
        assertThat(byRequest(gone, null)).isEqualTo("recipient-unsuitable");

        Organisation company = town();
        company.setReceivesTickets(false);
        assertThat(byRequest(company, null)).isEqualTo("recipient-unsuitable");
    }

    @Test
    void aServiceMustBeNamedWhereItIsRequiredAndBeThere() {
        Organisation strict = town();
        strict.setServiceRequired(true);
        assertThat(byRequest(strict, null)).isEqualTo("recipient-service-required");
        assertThat(byRequest(town(), "NOWHERE")).isEqualTo("recipient-service-unknown");
        assertThat(byRequest(town(), "ANCIEN")).isEqualTo("recipient-service-unsuitable");
    }

    private static BusinessObject invoice(
            int year, ObjectState state, ObjectRecipient recipient, ObjectRecipient initialRecipient) {
        return object("invoice", "N-1", year, state, recipient, initialRecipient);
    }

    private static String byInvoice(BusinessObject... sameNumber) {
        return told(RecipientResolver.byObject("invoice", List.of(sameNumber)), false);
    }

    private static String byRequest(Organisation organisation, String service) {
        return told(RecipientResolver.byRequest(new RecipientRequest(TOWN, service), organisation), true);
    }

    private static String told(Judgement judgement, boolean withService) {
        if (judgement instanceof Judgement.Refused refused) {
            return refused.refusal().code();
        }
        var recipient = ((Judgement.Accepted) judgement).recipient();
        return withService && recipient.getServiceName() != null
                ? recipient.getOrganisationName() + " / " + recipient.getServiceName()
                : recipient.getOrganisationName();
    }
}
