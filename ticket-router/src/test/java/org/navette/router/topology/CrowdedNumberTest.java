package org.navette.router.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.router.DirectoryMother.TOWN_HALL;
import static org.navette.router.DirectoryMother.object;
import static org.navette.router.TicketMother.aSubmissionAbout;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.navette.messages.BusinessObject;
import org.navette.messages.ObjectState;
import org.navette.messages.TicketOpened;
import org.navette.schemas.Topics;

/** An upstream system that gives one number to everything. */
class CrowdedNumberTest {

    private final RouterDriver router = new RouterDriver();

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void oneObjectTooManyUnderANumberIsADeadLetterAndTheOthersStay() {
        for (int year = 1; year <= Regrouping.MOST_UNDER_ONE_NUMBER; year++) {
            router.load(inYear(year));
        }
        assertThat(router.deadLetters()).isEmpty();

        BusinessObject tooMany = inYear(9_999);
        router.load(tooMany);
        assertThat(router.deadLetters()).hasSize(1);
        router.load(inYear(1));
        assertThat(router.deadLetters()).as("what is there may change").isEmpty();
        router.submit(aSubmissionAbout("invoice", "F-1"));
        router.fact(TicketOpened.class);

        router.send(Topics.BUSINESS_OBJECTS, inYear(1).getId(), null);
        router.load(tooMany);
        assertThat(router.deadLetters()).as("there is room again").isEmpty();
    }

    @Test
    void anObjectThatIsTooLargeIsADeadLetter() {
        BusinessObject large = inYear(1);
        large.getRecipient().setServiceName("x".repeat(17_000));
        router.load(large);
        assertThat(router.deadLetters()).hasSize(1);
    }

    private static BusinessObject inYear(int year) {
        return BusinessObject.newBuilder(object("invoice", "F-1", year, ObjectState.SENT, TOWN_HALL, null))
                .build();
    }
}
