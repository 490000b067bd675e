package org.navette.drill.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A submission and every answer to it: more than one where it was repeated under its key. */
public final class Sent {

    private final Submission submission;
    private final @Nullable String key;
    private final boolean waits;
    private final List<Answer> answers = new ArrayList<>(1);

    /**
     * @param key that a repeat names it by; null where there is none
     * @param waits whether its client asks for the verdict
     */
    public Sent(Submission submission, @Nullable String key, boolean waits) {
        this.submission = submission;
        this.key = key;
        this.waits = waits;
    }

    public Submission submission() {
        return submission;
    }

    @Nullable
    String key() {
        return key;
    }

    public boolean waits() {
        return waits;
    }

    public synchronized void answered(Answer answer) {
        answers.add(answer);
    }

    /** In the order in which they came. */
    public synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }
}
