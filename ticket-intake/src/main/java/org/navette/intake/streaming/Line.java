package org.navette.intake.streaming;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A line that was taken in hand. */
public interface Line {

    CompletableFuture<Void> NOTHING_TO_PUBLISH = CompletableFuture.completedFuture(null);

    /** Done when its fate is known. */
    CompletableFuture<Void> published();

    /**
     * @param published whether it went well
     * @return the answer to the client, with its line end; null where there is none to give
     */
    byte @Nullable [] answer(boolean published);
}
