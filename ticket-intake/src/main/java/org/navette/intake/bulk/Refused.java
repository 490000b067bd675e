package org.navette.intake.bulk;

import java.util.concurrent.CompletableFuture;
import org.navette.intake.streaming.Line;

/** A line that is not published. */
record Refused(byte[] text) implements Line {

    @Override
    public CompletableFuture<Void> published() {
        return NOTHING_TO_PUBLISH;
    }

    @Override
    public byte[] answer(boolean published) {
        return text;
    }
}
