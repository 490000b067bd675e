package org.navette.bench.measure;

import java.time.Duration;
import java.util.List;
import org.navette.bench.limit.BareHandler;
import org.navette.bench.limit.RawProducer;
import org.navette.bench.limit.RawUpserts;
import org.navette.bench.limit.Result;
import org.navette.bench.report.Figures;
import org.navette.bench.stack.Running;
import org.navette.bench.stack.Stack;

/** What bounds the services, each measured alone with the parts. */
public final class Limits {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Stack stack;
    private final Settings settings;
    private final Figures figures;

    public Limits(Stack stack, Settings settings, Figures figures) {
        this.stack = stack;
        this.settings = settings;
        this.figures = figures;
    }

    public void bareHandlers() {
        handler("bare handler", "publish");
        handler("bare handler, no broker", "encode");
    }

    private void handler(String group, String mode) {
        var server = stack.startServer("bare-handler-" + mode, BareHandler.class, List.of(mode));
        new Accepting(settings, figures).measure(group, server);
        stack.stop(server);
    }

    /** Needs submissions in their topic. */
    public void producer() {
        figures.add("raw producer", "rate", "1/s", rate("raw-producer", RawProducer.class));
    }

    /** Needs documents in the read model. */
    public void upserts() {
        figures.add("raw upserts", "rate", "1/s", rate("raw-upserts", RawUpserts.class));
    }

    private double rate(String name, Class<?> main) {
        Running process = stack.startLimit(name, main, List.of(String.valueOf(settings.tickets())));
        try {
            return Result.of(process, PATIENCE);
        } finally {
            stack.stop(process);
        }
    }
}
