package org.navette.drill.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.drill.check.Drills.BUSINESS;
import static org.navette.drill.check.Drills.INVALID;
import static org.navette.drill.check.Drills.REFUSED;
import static org.navette.drill.check.Drills.TECHNICAL;
import static org.navette.drill.check.Drills.atFault;
import static org.navette.drill.check.Drills.no;
import static org.navette.drill.check.Drills.notMailed;
import static org.navette.drill.check.Drills.queuedNowhere;
import static org.navette.drill.check.Drills.refusal;
import static org.navette.drill.check.Drills.refusedTicket;
import static org.navette.drill.check.Drills.sent;
import static org.navette.drill.check.Drills.serviceTicket;
import static org.navette.drill.check.Drills.silence;
import static org.navette.drill.check.Drills.supportTicket;
import static org.navette.drill.check.Drills.unknown;
import static org.navette.drill.check.Drills.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.navette.drill.load.Answer;
import org.navette.drill.load.Sent;

class CheckerTest {

    private static List<Finding.Kind> findings(Sent sent, Seen... seen) {
        return Checker.check(List.of(sent), List.of(seen)).stream()
                .map(Finding::kind)
                .toList();
    }

    @Test
    void findsNothingWhereAllIsAsPromised() {
        var sent = List.of(
                sent("a", TECHNICAL, yes("1")),
                sent("b", BUSINESS, yes("2")),
                sent("c", REFUSED, yes("3")),
                sent("d", INVALID, no()));
        var seen = List.of(supportTicket("a", "1"), serviceTicket("b", "2"), refusedTicket("c", "3"));
        assertThat(Checker.check(sent, seen)).isEmpty();
    }

    @Test
    void findsAPlantedLoss() {
        assertThat(findings(sent("a", TECHNICAL, yes("1")))).containsExactly(Finding.Kind.LOST);
    }

    @Test
    void findsATicketThatNobodyJudged() {
        assertThat(findings(
                        sent("a", TECHNICAL, yes("1")),
                        new Seen("1").marked("a").submitted()))
                .containsExactly(Finding.Kind.LOST);
    }

    @Test
    void findsATicketInNoQueue() {
        assertThat(findings(sent("a", TECHNICAL, yes("1")), queuedNowhere("a", "1")))
                .containsExactly(Finding.Kind.LOST);
    }

    @Test
    void findsATicketThatIsNotListed() {
        var unlisted = new Seen("1")
                .marked("a")
                .submitted()
                .opened()
                .fact(1, "OPEN")
                .queuedForSupport("1")
                .mailed(1);
        assertThat(findings(sent("a", TECHNICAL, yes("1")), unlisted)).containsExactly(Finding.Kind.LOST);
    }

    @Test
    void findsAMissingMail() {
        assertThat(findings(sent("a", TECHNICAL, yes("1")), notMailed("a", "1").queuedForSupport("1")))
                .containsExactly(Finding.Kind.LOST);
    }

    @Test
    void findsAPlantedDouble() {
        assertThat(findings(
                        sent("a", TECHNICAL, yes("1")), supportTicket("a", "1").queuedForSupport("1")))
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void findsATicketThatWasOpenedTwice() {
        assertThat(findings(
                        sent("a", TECHNICAL, yes("1")), supportTicket("a", "1").opened()))
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void findsOneSubmissionUnderTwoNumbers() {
        assertThat(findings(sent("a", TECHNICAL, yes("1")), supportTicket("a", "1"), supportTicket("a", "2")))
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void findsOneKeyWithTwoNumbers() {
        assertThat(findings(sent("a", TECHNICAL, yes("1"), yes("2")), supportTicket("a", "1")))
                .containsExactlyInAnyOrder(Finding.Kind.DOUBLED, Finding.Kind.LOST);
    }

    @Test
    void findsATicketThatItsClientWasToldIsNotThere() {
        assertThat(findings(sent("a", TECHNICAL, no()), supportTicket("a", "1")))
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void findsATicketThatNobodySent() {
        assertThat(Checker.check(List.of(), List.of(supportTicket("a", "1"))))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void findsAWrongStatusInTheList() {
        assertThat(findings(
                        sent("a", TECHNICAL, yes("1")), supportTicket("a", "1").listed("CLOSED", 1)))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsAStaleVersionInTheList() {
        assertThat(findings(
                        sent("a", TECHNICAL, yes("1")), supportTicket("a", "1").fact(2, "OPEN")))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsATicketInTheOtherQueue() {
        assertThat(findings(sent("a", TECHNICAL, yes("1")), serviceTicket("a", "1")))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsATicketWithAnotherRecipient() {
        assertThat(findings(
                        sent("a", BUSINESS, yes("1")), queuedNowhere("a", "1").queuedForService("SIRET:2")))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsASupportTicketUnderAnotherKey() {
        assertThat(findings(
                        sent("a", TECHNICAL, yes("1")), queuedNowhere("a", "1").queuedForSupport("2")))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsAnotherReasonOfARefusal() {
        var other = new Seen("1")
                .marked("a")
                .submitted()
                .refused("recipient-unsuitable", false)
                .fact(1, "REFUSED")
                .listed("REFUSED", 1)
                .mailed(1);
        assertThat(findings(sent("a", REFUSED, yes("1")), other)).containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsARefusalThatWasQueued() {
        assertThat(findings(
                        sent("a", REFUSED, yes("1")), refusedTicket("a", "1").queuedForSupport("1")))
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void findsAMailAboutARefusalThatWasToldInTheForm() {
        var told = new Seen("1")
                .marked("a")
                .submitted()
                .refused("object-not-found", true)
                .fact(1, "REFUSED")
                .listed("REFUSED", 1)
                .mailed(1);
        assertThat(findings(sent("a", REFUSED, refusal("1")), told)).containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsAListedOrMailedTicketThatIsNotInTheLog() {
        assertThat(findings(
                        sent("a", TECHNICAL, silence()),
                        new Seen("1").marked("a").listed("OPEN", 1)))
                .containsExactly(Finding.Kind.WRONG);
        assertThat(findings(
                        sent("a", TECHNICAL, silence()),
                        new Seen("1").marked("a").mailed(1)))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsTwoTicketsUnderOneNumber() {
        assertThat(Checker.check(
                        List.of(sent("a", TECHNICAL, yes("1"))),
                        List.of(supportTicket("a", "1").marked("b"))))
                .extracting(Finding::kind)
                .contains(Finding.Kind.WRONG);
    }

    @Test
    void findsAClientThatWasToldToBeAtFaultAndIsNot() {
        assertThat(findings(sent("a", TECHNICAL, atFault()))).containsExactly(Finding.Kind.WRONG);
        assertThat(findings(sent("a", INVALID, atFault()))).isEmpty();
    }

    @Test
    void findsATicketThatShouldHaveBeenRefused() {
        assertThat(findings(sent("a", REFUSED, yes("1")), serviceTicket("a", "1")))
                .contains(Finding.Kind.WRONG);
    }

    @Test
    void findsAnAnswerThatTheInterfaceDoesNotGive() {
        assertThat(findings(sent("a", TECHNICAL, new Answer(Answer.Meaning.STRANGE, 500, "internal", null))))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void countsRepeatedMailsApart() {
        var twice = supportTicket("a", "1").mailed(1);
        assertThat(findings(sent("a", TECHNICAL, yes("1")), twice)).isEmpty();
        assertThat(twice.repeatedMails()).isEqualTo(1);
    }

    @Test
    void allowsWhatCouldNotBeKnownToBeThereOrNot() {
        assertThat(findings(sent("a", TECHNICAL, unknown("1")))).isEmpty();
        assertThat(findings(sent("a", TECHNICAL, unknown("1")), supportTicket("a", "1")))
                .isEmpty();
        assertThat(findings(sent("a", TECHNICAL, silence()), supportTicket("a", "1")))
                .isEmpty();
    }

    @Test
    void holdsTheUnknownToTheNumberThatWasTold() {
        assertThat(findings(sent("a", TECHNICAL, unknown("1")), supportTicket("a", "2")))
                .containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void checksTheUnknownLikeAnyOtherWhereItIsThere() {
        assertThat(findings(sent("a", TECHNICAL, silence()), queuedNowhere("a", "1")))
                .containsExactly(Finding.Kind.LOST);
    }

    @Test
    void holdsAYesAfterAnUnknownToItsNumber() {
        assertThat(findings(sent("a", TECHNICAL, unknown("1"), no(), yes("1")), supportTicket("a", "1")))
                .isEmpty();
    }

    @Test
    void wantsOneMailWhereTheRefusalWasToldAgain() {
        assertThat(findings(sent("a", REFUSED, yes("1")), toldAgain("a", "1").mailed(2)))
                .isEmpty();
        assertThat(findings(sent("a", REFUSED, yes("1")), toldAgain("a", "1"))).containsExactly(Finding.Kind.LOST);
        assertThat(findings(
                        sent("a", REFUSED, yes("1")),
                        toldAgain("a", "1").mailed(1).mailed(2)))
                .containsExactly(Finding.Kind.WRONG);
    }

    @Test
    void findsARefusalThatWasToldAgainWithoutNeedOrTwice() {
        var mailedAlready = refusedTicket("a", "1")
                .refused("object-not-found", false)
                .fact(2, "REFUSED")
                .listed("REFUSED", 2);
        var twice =
                toldAgain("a", "1").mailed(2).refused("object-not-found", false).fact(3, "REFUSED");
        assertThat(findings(sent("a", REFUSED, yes("1")), mailedAlready)).containsExactly(Finding.Kind.DOUBLED);
        assertThat(findings(sent("a", REFUSED, yes("1")), twice)).containsExactly(Finding.Kind.DOUBLED);
    }

    private static Seen toldAgain(String mark, String number) {
        return new Seen(number)
                .marked(mark)
                .submitted()
                .submitted()
                .refused("object-not-found", true)
                .fact(1, "REFUSED")
                .refused("object-not-found", false)
                .fact(2, "REFUSED")
                .listed("REFUSED", 2);
    }

    @Test
    void wantsNoMailWhereTheRefusalWasToldInTheForm() {
        var told = new Seen("1")
                .marked("a")
                .submitted()
                .refused("object-not-found", true)
                .fact(1, "REFUSED")
                .listed("REFUSED", 1);
        assertThat(findings(sent("a", REFUSED, refusal("1")), told)).isEmpty();
        assertThat(findings(sent("a", REFUSED, yes("1")), told)).containsExactly(Finding.Kind.LOST);
    }
}
