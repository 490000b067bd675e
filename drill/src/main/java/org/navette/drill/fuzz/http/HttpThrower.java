package org.navette.drill.fuzz.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.navette.drill.fuzz.Flaw;
import org.navette.drill.fuzz.Flaws;
import org.navette.drill.fuzz.Promised;
import org.navette.drill.fuzz.Tally;
import org.navette.drill.fuzz.Thrower;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.stack.Part;

/** Sends requests and judges the answers. */
public final class HttpThrower implements Thrower {

    private static final int SHOWN = 1_500;

    private final HttpCases cases;
    private final Map<Part, URI> services;
    private final Semaphore streams;
    private final Tally tally;
    private final Flaws flaws;
    private final Promised promised;
    private final Retries retries = Retries.pausing();
    private final Queue<Wire> wires = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Map<Part, Wire>> mine = ThreadLocal.withInitial(() -> new EnumMap<>(Part.class));

    /** @param streams for the requests that a service takes only a few of at a time: else it turns most of them away */
    public HttpThrower(
            HttpCases cases, Map<Part, URI> services, Semaphore streams, Tally tally, Flaws flaws, Promised promised) {
        this.cases = cases;
        this.services = services;
        this.streams = streams;
        this.tally = tally;
        this.flaws = flaws;
        this.promised = promised;
    }

    @Override
    public void throwCase(long number, Chance chance) {
        var one = cases.draw(chance);
        var wire = mine.get().computeIfAbsent(one.service(), this::newWire);
        var request = one.request().wire(wire.authority());
        var answer = retries.send(() -> exchange(wire, one, request), WireAnswer::isPutOff);
        tally.add(one.kind(), answer.label());
        AnswerCheck.flaw(one.expectation(), one.request().method, answer)
                .ifPresent(what -> flaws.add(new Flaw(one.kind(), number, what, shown(one, request, answer))));
    }

    private WireAnswer exchange(Wire wire, HttpCase one, byte[] request) {
        if (one.streamed()) {
            streams.acquireUninterruptibly();
        }
        WireAnswer answer;
        try {
            answer = wire.exchange(request, one.request().method, one.ends());
        } finally {
            if (one.streamed()) {
                streams.release();
            }
        }
        AnswerCheck.promised(answer).ifPresent(promised::add);
        if (answer.isPutOff()) {
            tally.also(one.kind(), "put off");
        }
        return answer;
    }

    private Wire newWire(Part service) {
        var wire = new Wire(services.get(service));
        wires.add(wire);
        return wire;
    }

    private static String shown(HttpCase one, byte[] request, WireAnswer answer) {
        return "to " + one.service() + ", " + request.length + " bytes: " + Printable.of(request, SHOWN) + "\n"
                + "answer " + answer.label() + " " + answer.header("content-type") + ": "
                + Printable.of(answer.text().getBytes(StandardCharsets.UTF_8), SHOWN / 3);
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
    }
}
