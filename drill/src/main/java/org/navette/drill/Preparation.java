package org.navette.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.navette.drill.load.ReferenceData;
import org.navette.drill.observe.Http;
import org.navette.drill.observe.Observer;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;

/** What a new pipeline needs before the first ticket. */
public final class Preparation {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Preparation() {}

    /** Returns when the router knows the organisations and the objects. */
    public static void loadReferenceData(Stack stack) throws IOException {
        var intake = stack.members(Part.INTAKE).get(0).url();
        for (var kind : List.of("organisations", "business-objects")) {
            Http.post(
                    intake.resolve("/api/reference-data/" + kind), "text/csv; charset=UTF-8", ReferenceData.csv(kind));
        }
        var pending = new Observer(stack).settle(LIMIT);
        if (!pending.isEmpty()) {
            throw new IllegalStateException("the reference data don't get through: " + pending);
        }
    }
}
