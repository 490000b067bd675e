package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path directory;

    final StringWriter said = new StringWriter();
    Supervisor supervisor;

    @AfterEach
    void stop() {
        if (supervisor != null) {
            supervisor.stop();
        }
    }

    private Supervisor supervisor() {
        supervisor = newSupervisor();
        return supervisor;
    }

    private Supervisor newSupervisor() {
        return new Supervisor(
                new Launcher(System.getenv("PATH")), new PidFiles(directory), new PrintWriter(said, true));
    }

    /** Says in a file that it stops, when it is asked to. */
    private Program sleeper(String name) {
        var stopped = directory.resolve("stopped");
        var script = "trap 'echo " + name + " >> " + stopped
                + "; exit 0' TERM; echo started; while true; do sleep 0.1; done";
        return program(name, script);
    }

    private Program program(String name, String script) {
        var log = directory.resolve(name + ".log");
        Readiness readiness = () -> new LogFile(log).lastLines(1).equals("started");
        return new Program(name, List.of("/bin/sh", "-c", script), Map.of(), log, readiness, "nowhere");
    }

    private ProcessHandle processOf(String name) throws Exception {
        return ProcessHandle.of(Long.parseLong(pidOf(name))).orElseThrow();
    }

    private String pidOf(String name) throws Exception {
        return Files.readString(directory.resolve(name + ".pid")).split(" ")[0];
    }

    @Test
    void stopsWhatWasStartedLastFirst() throws Exception {
        supervisor().start(List.of(sleeper("part")));
        supervisor.start(List.of(sleeper("service")));

        supervisor.stop();

        assertThat(directory.resolve("stopped")).hasContent("service\npart\n");
        assertThat(directory.resolve("part.pid")).doesNotExist();
    }

    @Test
    void saysWithItsLogWhyOneDidNotStart() {
        var broken = program("broken", "echo no such luck; exit 3");

        assertThatThrownBy(() -> supervisor().start(List.of(broken)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContainingAll("broken did not start (exit code 3)", "broken.log", "no such luck");
    }

    @Test
    void startsOneThatDiedAgain() throws Exception {
        supervisor().start(List.of(sleeper("service")));
        var first = processOf("service");
        var watcher = new Thread(this::watch);
        watcher.start();

        first.destroyForcibly();

        await().until(() -> !pidOf("service").equals(String.valueOf(first.pid())));
        assertThat(said.toString()).contains("service died (exit code 137)", "Starting service again in 1 s");
        supervisor.stop();
        watcher.join();
    }

    private void watch() {
        try {
            supervisor.watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void stopsWhatAKilledSupervisorLeft() throws Exception {
        supervisor().start(List.of(sleeper("ticket-intake")));
        var leftover = processOf("ticket-intake");

        newSupervisor().stopLeftovers();

        assertThat(leftover.isAlive()).isFalse();
        assertThat(said.toString()).contains("ticket-intake");
    }

    @Test
    void leavesAForeignProcessAloneThatHasTheNumberOfOneOfOurs() throws Exception {
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            var yesterday = Instant.now().minusSeconds(86_400).toEpochMilli();
            Files.writeString(directory.resolve("broker.pid"), foreign.pid() + " " + yesterday);

            newSupervisor().stopLeftovers();

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void killsOneThatDoesNotStopByItself() throws Exception {
        var stubborn =
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo ready; while true; do sleep 0.1; done").start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");

        Stopping.stop(List.of(stubborn.toHandle()), java.time.Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
    }
}
