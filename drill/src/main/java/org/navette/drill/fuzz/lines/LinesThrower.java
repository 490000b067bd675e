package org.navette.drill.fuzz.lines;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.navette.drill.fuzz.Flaw;
import org.navette.drill.fuzz.Flaws;
import org.navette.drill.fuzz.Promised;
import org.navette.drill.fuzz.Tally;
import org.navette.drill.fuzz.Thrower;
import org.navette.drill.fuzz.http.Bodies;
import org.navette.drill.fuzz.http.Draft;
import org.navette.drill.fuzz.http.Printable;
import org.navette.drill.fuzz.http.Retries;
import org.navette.drill.fuzz.http.Wire;
import org.navette.drill.fuzz.http.WireAnswer;
import org.navette.drill.fuzz.values.Chance;

/** Uploads bodies that are read line by line, and judges the answers to each line. */
public final class LinesThrower implements Thrower {

    private static final int SHOWN = 1_500;

    private final Uploads uploads;
    private final Semaphore streams;
    private final Tally tally;
    private final Flaws flaws;
    private final Promised promised;
    private final Retries retries = Retries.pausing();
    private final Queue<Wire> wires = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Wire> mine;

    /** @param streams for the requests that intake takes only a few of at a time */
    public LinesThrower(
            URI intake, Bodies submissions, Semaphore streams, Tally tally, Flaws flaws, Promised promised) {
        this.uploads = new Uploads(submissions);
        this.streams = streams;
        this.tally = tally;
        this.flaws = flaws;
        this.promised = promised;
        this.mine = ThreadLocal.withInitial(() -> newWire(intake));
    }

    @Override
    public void throwCase(long number, Chance chance) {
        var upload = uploads.draw(chance);
        var wire = mine.get();
        var request = new Draft("POST", upload.path(), upload.body()).header("Content-Type", upload.contentType());
        if (chance.oneIn(3)) {
            request.chunked(chance.between(1, 5_000));
        }
        var answer = retries.send(() -> exchange(wire, upload, request), LinesCheck::isPutOff);
        tally.add(upload.kind(), answer.label());
        LinesCheck.flaw(upload, answer)
                .ifPresent(flaw ->
                        flaws.add(new Flaw(upload.kind(), number, flaw.what(), shown(upload, flaw.line(), answer))));
    }

    private WireAnswer exchange(Wire wire, Upload upload, Draft request) {
        streams.acquireUninterruptibly();
        WireAnswer answer;
        try {
            answer = wire.exchange(request.wire(wire.authority()), "POST", false);
        } finally {
            streams.release();
        }
        LinesCheck.promised(answer).forEach(promised::add);
        if (LinesCheck.isPutOff(answer)) {
            tally.also(upload.kind(), "put off");
        }
        return answer;
    }

    private Wire newWire(URI intake) {
        var wire = new Wire(intake);
        wires.add(wire);
        return wire;
    }

    private static String shown(Upload upload, long line, WireAnswer answer) {
        var sent = new String(upload.body(), StandardCharsets.ISO_8859_1);
        var answered = answer.text();
        if (line > 0) {
            sent = sent.split("\n", -1)[(int) line - 1];
            var mark = "\"line\":" + line + ",";
            answered = answered.lines()
                    .filter(one -> one.contains(mark))
                    .findFirst()
                    .orElse("(no answer to this line)");
        }
        return "to " + upload.path() + ", " + upload.contentType() + (line == 0 ? ": " : ", line " + line + ": ")
                + Printable.of(sent.getBytes(StandardCharsets.ISO_8859_1), SHOWN) + "\nanswer " + answer.label() + ": "
                + Printable.of(answered, SHOWN);
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
    }
}
