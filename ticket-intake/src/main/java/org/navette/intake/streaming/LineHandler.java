package org.navette.intake.streaming;

import org.jspecify.annotations.Nullable;
import org.navette.intake.http.Problem;

/** What to do with the lines of one request. */
public interface LineHandler {

    /**
     * Takes the line in hand; called in the order of the lines, by one thread.
     *
     * @param text from the first byte on; belongs to the caller
     */
    Line take(long number, byte[] text, int length);

    /** A line that could not be read, or the place after which nothing could be. */
    Line refused(long number, Problem problem);

    /** What to tell when all lines are answered; null for nothing. */
    byte @Nullable [] end();
}
