package org.navette.intake.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SortedMap;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;

/** What a client names its request by, so that a repeat of it is known as one. */
public record IdempotencyKey(String value) {

    private static final int LONGEST = 255;

    /** @throws ProblemException where it is not 1 to 255 visible ASCII characters */
    public IdempotencyKey {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new ProblemException(Problem.of(400, "idempotency-key-malformed", LONGEST));
        }
    }

    /** Under what the reservation is kept: of one length, whatever the client chose, and nothing of the client's in it. */
    String id(String endpoint) {
        Fingerprints hash = new Fingerprints();
        hash.add(endpoint);
        hash.add(value);
        return hash.done();
    }

    /** Equal for two submissions just where every field is; the order of the fields and white space don't count. */
    public static String fingerprint(SortedMap<String, String> fields) {
        Fingerprints hash = new Fingerprints();
        fields.forEach((path, value) -> {
            hash.add(path);
            hash.add(value);
        });
        return hash.done();
    }

    private static final class Fingerprints {
        private final java.security.MessageDigest digest = sha256();

        /** With its length before it, so that no two lists of texts run into the same bytes. */
        void add(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(java.nio.ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes.length)
                    .array());
            digest.update(bytes);
        }

        String done() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        }

        private static java.security.MessageDigest sha256() {
            try {
                return java.security.MessageDigest.getInstance("SHA-256");
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
