package org.navette.drill.round;

import java.time.Duration;
import java.util.Random;
import org.navette.drill.stack.Member;
import org.navette.drill.stack.Stack;
import org.navette.parts.Wait;

/** Lets a fault happen and pass. */
final class FaultPlayer {

    private static final int AT_ONCE_MILLIS = 200;

    private final Stack stack;
    private final Guard guard;
    private final Random random;

    FaultPlayer(Stack stack, Guard guard, Random random) {
        this.stack = stack;
        this.guard = guard;
        this.random = random;
    }

    /** Returns when the cause is gone: its consequences last longer. Tells what was done. */
    String play(Fault fault) {
        var members = stack.members(fault.part());
        var member = members.get(random.nextInt(members.size()));
        guard.leaveAlone(member);
        try {
            return member + play(fault, member);
        } finally {
            guard.lookAfter(member);
        }
    }

    private String play(Fault fault, Member member) {
        return switch (fault.kind()) {
            case KILL -> killed(member, Duration.ofMillis(AT_ONCE_MILLIS), " killed, started at once");
            case LATE -> away(member, millis(3_000, 12_000));
                // Longer than the minute after which Kafka's clients give up unless they are told otherwise.
            case AWAY -> away(member, millis(65_000, 90_000));
            case FREEZE -> frozen(member, millis(2_000, 15_000));
            case FULL_DISK -> withoutRoom(fault, member, millis(3_000, 8_000));
            case CLOCK -> withWrongClock(member, millis(4_000, 8_000));
        };
    }

    private static String away(Member member, Duration time) {
        return killed(member, time, " killed, started after " + seconds(time));
    }

    private static String killed(Member member, Duration away, String what) {
        member.kill();
        Wait.pause(away);
        member.start();
        return what;
    }

    private static String frozen(Member member, Duration time) {
        member.freeze();
        try {
            Wait.pause(time);
        } finally {
            member.thaw();
        }
        return " frozen for " + seconds(time);
    }

    /** Whether it ended or not, somebody makes room and starts it again. */
    private String withoutRoom(Fault fault, Member member, Duration time) {
        var disk = stack.disk(fault.part()).orElseThrow();
        disk.fill();
        Wait.pause(time);
        var alive = member.isAlive();
        disk.makeRoom();
        member.kill();
        member.start();
        return " without room for " + seconds(time) + (alive ? ", lived on" : ", ended") + ", started again";
    }

    private String withWrongClock(Member member, Duration time) {
        var clock = stack.clock(member).orElseThrow();
        // Kafka takes no record from more than an hour ahead.
        var ahead = Duration.ofSeconds((random.nextBoolean() ? 1 : -1) * (60L + random.nextInt(3_000)));
        clock.set(ahead);
        try {
            Wait.pause(time);
        } finally {
            clock.set(Duration.ZERO);
        }
        return " with its clock %+d s for %s".formatted(ahead.toSeconds(), seconds(time));
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
