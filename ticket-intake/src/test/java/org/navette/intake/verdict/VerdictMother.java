package org.navette.intake.verdict;

import org.navette.messages.TicketSubmitted;
import org.navette.messages.TicketVerdict;

/** Verdicts as they arrive. */
public final class VerdictMother {

    private VerdictMother() {}

    /** An instance that reads one partition. */
    public static Verdicts listening() {
        Verdicts verdicts = new Verdicts(10);
        verdicts.reads(new int[] {0});
        return verdicts;
    }

    public static void refuse(Verdicts verdicts, TicketSubmitted submission) {
        verdicts.arrived(new TicketVerdict(
                submission.getTicket().getNumber(),
                submission.getVerdictPartition(),
                false,
                "object-not-found",
                "object.number"));
    }
}
