package org.navette.intake.streaming;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lines between reading and answering, at most so many and of so many bytes; reading waits for room. */
final class Window {

    private static final long LOOK_AGAIN_MILLIS = 500;

    private record Held(@Nullable Line line, int bytes) {}

    private final BlockingQueue<Held> lines;
    private final Semaphore room;
    private volatile boolean closed;

    Window(int mostLines, int mostBytes) {
        lines = new ArrayBlockingQueue<>(mostLines);
        room = new Semaphore(mostBytes);
    }

    /** @return false where nobody answers any more */
    boolean waitForRoom(int bytes) throws InterruptedException {
        while (!room.tryAcquire(bytes, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            if (closed) {
                return false;
            }
        }
        return !closed;
    }

    /** @param bytes for which there was room */
    void put(Line line, int bytes) throws InterruptedException {
        put(new Held(line, bytes));
    }

    void putEnd() throws InterruptedException {
        put(new Held(null, 0));
    }

    /** @return null at the end */
    @Nullable
    Line take() throws InterruptedException {
        Held held = lines.take();
        room.release(held.bytes());
        return held.line();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Nobody answers any more: reading need not go on. */
    void close() {
        closed = true;
    }

    private void put(Held held) throws InterruptedException {
        while (!lines.offer(held, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            if (closed) {
                return;
            }
        }
    }
}
