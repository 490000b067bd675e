package org.navette.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A body that was read whole.
 *
 * @param bytes may be longer than the body
 */
public record BoundedBody(byte[] bytes, int length) {

    /** Request attribute: the body, or the problem with it, where it was collected before. */
    static final String COLLECTED = BoundedBody.class.getName();

    private static final int FIRST_GUESS = 4 * 1024;

    /**
     * @param limit in bytes; of a longer body no more than that is read, with or without a length that was announced
     * @throws ProblemException where it is longer, or ends early, or comes too slowly
     */
    public static BoundedBody read(HttpServletRequest request, int limit) {
        Object collected = request.getAttribute(COLLECTED);
        if (collected instanceof BoundedBody body) {
            return body;
        }
        if (collected instanceof Problem problem) {
            throw new ProblemException(problem);
        }
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw new ProblemException(Problem.tooLarge(limit));
        }
        try {
            return read(request.getInputStream(), announced < 0 ? FIRST_GUESS : (int) announced, limit);
        } catch (IOException e) {
            throw new ProblemException(Problem.unreadable(e));
        }
    }

    private static BoundedBody read(InputStream in, int guess, int limit) throws IOException {
        byte[] bytes = new byte[Math.min(guess, limit) + 1];
        int length = 0;
        while (true) {
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return new BoundedBody(bytes, length);
            }
            length += read;
            if (length > limit) {
                throw new ProblemException(Problem.tooLarge(limit));
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, limit + 1));
            }
        }
    }
}
