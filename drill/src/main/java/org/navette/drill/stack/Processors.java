package org.navette.drill.stack;

/**
 * Which processors a program may use, where the system can tell it that. A load generator that has to share them with what
 * it loads sends late, and reads late what was answered in time.
 */
public final class Processors {

    private static final String OURS = "0";

    private Processors() {}

    /**
     * Takes the first processor for this program and leaves the others to the stack: to what runs now, whichever of its
     * threads, and not to what is started later.
     *
     * @return whether that could be done; not with a single processor, nor without {@code taskset}
     */
    public static boolean shareOut(Stack stack) {
        var all = Runtime.getRuntime().availableProcessors();
        if (all < 2 || !pinned(ProcessHandle.current().pid(), OURS)) {
            return false;
        }
        return stack.all().stream().filter(Member::isAlive).allMatch(member -> pinned(member.pid(), "1-" + (all - 1)));
    }

    private static boolean pinned(long pid, String processors) {
        return Shell.complaint("taskset", "--all-tasks", "--cpu-list", "--pid", processors, String.valueOf(pid))
                == null;
    }
}
