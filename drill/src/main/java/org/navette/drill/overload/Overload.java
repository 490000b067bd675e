package org.navette.drill.overload;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Part;
import org.navette.drill.stack.Stack;
import org.navette.parts.Wait;

/** First what intake can take, then twice that, then clients that behave badly beside others that don't. */
final class Overload {

    /** As many as wait for the broker at a time before others are turned away, and more. */
    private static final int MANY_CONNECTIONS = 4_000;

    private static final int FEW_CONNECTIONS = 64;

    /** More than the crowd with which turning away begins, and each of them is back before its turn comes. */
    private static final int IMPATIENT_CONNECTIONS = 1_000;

    /** Of the top rate: to turn away costs a third of accepting, and most are turned away. */
    private static final double LEAST_ACCEPTED = 0.2;

    private static final double SHORT_SECONDS = 10;
    private static final int MOST_WARM_UPS = 18;

    /** Of one processor. */
    private static final double RESTING = 0.1;

    private static final Duration RECOVERY = Duration.ofSeconds(5);

    /** Below this nobody notices, and a pause of the collector alone would count. */
    private static final double NOISE_MILLIS = 25;

    private final Member intake;
    private final URI target;
    private final List<byte[]> requests;
    private final String line;
    private final Settings settings;
    private final LongSupplier written;
    private final Judgements judgements;
    private double top;
    private LoadOutcome half = new LoadOutcome();
    private LoadOutcome beside = new LoadOutcome();
    private long accepted;

    /**
     * @param seconds of the overload
     * @param memoryLimit of intake's process, in MB
     * @param topRate accepts a second; 0 to find it out
     */
    record Settings(double seconds, double memoryLimit, double topRate, int idleConnections, int slowClients) {}

    /** @param written how many tickets are in the log */
    Overload(Stack stack, List<byte[]> bodies, Settings settings, LongSupplier written, Judgements judgements) {
        this.intake = stack.members(Part.INTAKE).get(0);
        this.target = intake.url();
        this.requests = bodies.stream().map(body -> Load.request(target, body)).toList();
        this.line = new String(bodies.get(0), java.nio.charset.StandardCharsets.UTF_8);
        this.settings = settings;
        this.written = written;
        this.judgements = judgements;
    }

    void run() throws IOException {
        warmUp();
        letIntakeGiveWay();
        findTop();
        overload();
        recovery();
        impatience();
        beside = counted(Load.atRate(target, requests, FEW_CONNECTIONS, SHORT_SECONDS, top / 10));
        judgements.say("A tenth of the top rate, alone: " + beside);
        badClients(
                "%d clients that send a byte a second".formatted(settings.slowClients()),
                () -> BadClients.slow(target, settings.slowClients()));
        badClients(
                "%d clients that send a byte a second of what nobody wants".formatted(settings.slowClients()),
                () -> BadClients.slowAndUnwanted(target, settings.slowClients()));
        badClients(
                "%d clients that read a byte a second".formatted(settings.slowClients()),
                () -> BadClients.slowReaders(target, settings.slowClients()));
        badClients(
                "%d idle connections".formatted(settings.idleConnections()),
                () -> BadClients.idle(target, settings.idleConnections()));
        // Before the uploads, whose tickets are not counted here.
        judgeLog();
        badClients("8 bulk uploads that stop half-way", () -> BadClients.stuckUploads(target, 8, line));
        badClients("8 bulk uploads that never end", () -> BadClients.endlessUploads(target, 8, line));
        judgeLog();
    }

    private void judgeLog() {
        var there = written.getAsLong();
        judgements.judge(there >= accepted, "what was accepted is in the log: %d accepted, %d there", accepted, there);
    }

    /** Until intake's compilers rest: before, it is several times slower than it will be. */
    private void warmUp() throws IOException {
        for (var step = 0; step < MOST_WARM_UPS; step++) {
            var before = intake.compiling();
            counted(Load.asFastAsItGoes(target, requests, FEW_CONNECTIONS, SHORT_SECONDS));
            if (intake.compiling().minus(before).toNanos() < RESTING * SHORT_SECONDS * 1e9) {
                return;
            }
        }
        judgements.say("The compilers still worked when the overload began.");
    }

    /**
     * The generator stands for clients elsewhere, the broker for brokers elsewhere. Where they have to wait for a processor
     * behind some eighty threads of intake, the one sends late and reads late, the other confirms late, which is
     * not intake's doing.
     */
    private void letIntakeGiveWay() {
        if (!intake.giveWay()) {
            judgements.say("Intake can't be made to give way: others' waiting for a processor counts as its own.");
        }
    }

    private void findTop() throws IOException {
        var most = counted(Load.asFastAsItGoes(target, requests, FEW_CONNECTIONS, SHORT_SECONDS));
        top = settings.topRate() > 0 ? settings.topRate() : most.acceptedRate();
        judgements.say("As fast as it goes, %d connections: %s".formatted(FEW_CONNECTIONS, most));
        // To turn away is compiled, too, before it is measured.
        counted(Load.atRate(target, requests, MANY_CONNECTIONS, SHORT_SECONDS, 2 * top));
        Wait.pause(RECOVERY);
        half = counted(Load.atRate(target, requests, MANY_CONNECTIONS, SHORT_SECONDS, top / 2));
        judgements.say("Half of that: " + half);
    }

    private void overload() throws IOException {
        try (var memory = new MemoryWatch(intake)) {
            var over = counted(Load.atRate(target, requests, MANY_CONNECTIONS, settings.seconds(), 2 * top));
            judgements.say("Twice the top rate: " + over);
            judgements.judge(over.shed() > 0, "what is too much is shed: %d", over.shed());
            judgements.judge(
                    over.failed() == 0 && over.shedWithoutRetryAfter() == 0,
                    "by 429 or 503 with Retry-After: %d otherwise, %d without",
                    over.failed(),
                    over.shedWithoutRetryAfter());
            judgements.judge(over.brokenConnections() == 0, "no connection breaks: %d", over.brokenConnections());
            judgements.judge(
                    near(over.p99(), half.p99()),
                    "what is accepted keeps its p99: %.1f ms, normally %.1f ms",
                    over.p99(),
                    half.p99());
            judgements.judge(
                    memory.most() <= settings.memoryLimit(),
                    "memory stays under its limit: %.0f MB of %.0f MB",
                    memory.most(),
                    settings.memoryLimit());
        }
    }

    private void recovery() throws IOException {
        Wait.pause(RECOVERY);
        var after = counted(Load.atRate(target, requests, MANY_CONNECTIONS, SHORT_SECONDS, top / 2));
        judgements.say("%d s later, half the top rate: %s".formatted(RECOVERY.toSeconds(), after));
        judge(after, half, "all is well again");
    }

    /** Clients that come back at once must not make intake turn everybody away. */
    private void impatience() throws IOException {
        var impatient = counted(Load.asFastAsItGoes(target, requests, IMPATIENT_CONNECTIONS, SHORT_SECONDS));
        judgements.say("%d clients that never wait: %s".formatted(IMPATIENT_CONNECTIONS, impatient));
        judgements.judge(
                impatient.acceptedRate() > LEAST_ACCEPTED * top && impatient.failed() == 0,
                "some are accepted all the same: %.0f/s, %d failed",
                impatient.acceptedRate(),
                impatient.failed());
        Wait.pause(RECOVERY);
    }

    private void badClients(String who, Supplier<BadClients> clients) throws IOException {
        try (var bad = clients.get()) {
            var others = counted(Load.atRate(target, requests, FEW_CONNECTIONS, SHORT_SECONDS, top / 10));
            judgements.say("%s, others beside them: %s".formatted(who, others));
            judgements.judge(bad.allConnected(), "all of them got through: %d", bad.connected());
            judge(others, beside, "no harm to the others");
        }
        Wait.pause(RECOVERY);
    }

    private void judge(LoadOutcome outcome, LoadOutcome normal, String what) {
        judgements.judge(
                outcome.failed() + outcome.shed() + outcome.brokenConnections() == 0
                        && outcome.accepted() > 0.9 * normal.accepted()
                        && near(outcome.p99(), normal.p99()),
                "%s: %d turned away or failed, p99 %.1f ms, normally %.1f ms",
                what,
                outcome.failed() + outcome.shed() + outcome.brokenConnections(),
                outcome.p99(),
                normal.p99());
    }

    private static boolean near(double millis, double normal) {
        return millis <= Math.max(2 * normal, NOISE_MILLIS);
    }

    private LoadOutcome counted(LoadOutcome outcome) {
        accepted += outcome.accepted();
        return outcome;
    }
}
