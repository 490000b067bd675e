package org.navette.local;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A program and the process that runs it now, or the time at which it is started again. */
final class Child {

    final Program program;
    final RestartPolicy restarts = new RestartPolicy();
    Process process;
    Instant started;

    @Nullable
    Instant restartAt;

    boolean givenUp;

    /** What could not be done for it at the last look; said once. */
    String complaint = "";

    Child(Program program, Process process, Instant started) {
        this.program = program;
        this.process = process;
        this.started = started;
    }

    boolean hasJustDied() {
        return !process.isAlive() && restartAt == null && !givenUp;
    }

    boolean isDue(Instant now) {
        return restartAt != null && !restartAt.isAfter(now);
    }

    LogFile log() {
        return new LogFile(program.log());
    }
}
