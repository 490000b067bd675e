package org.navette.intake.streaming;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answers in the order of the lines, each as soon as its line's fate is known. */
final class Answerer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Answerer.class);

    private final Window window;
    private final OutputStream out;
    private boolean allAnswered;

    Answerer(Window window, OutputStream out) {
        this.window = window;
        this.out = out;
    }

    /** To be asked after the run. */
    boolean allAnswered() {
        return allAnswered;
    }

    @Override
    public void run() {
        try {
            for (Line line = next(); line != null; line = next()) {
                byte[] answer = line.answer(isPublished(line.published()));
                if (answer != null) {
                    out.write(answer);
                }
            }
            allAnswered = true;
        } catch (IOException e) {
            LOG.debug("A client does not read its answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            window.close();
        }
    }

    private @Nullable Line next() throws IOException, InterruptedException {
        if (window.isEmpty()) {
            out.flush();
        }
        return window.take();
    }

    private boolean isPublished(CompletableFuture<Void> published) throws IOException {
        if (!published.isDone()) {
            out.flush();
        }
        return published.handle((done, error) -> error == null).join();
    }
}
