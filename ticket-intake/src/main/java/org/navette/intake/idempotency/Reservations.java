package org.navette.intake.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.connection.ClusterType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.navette.intake.IntakeProperties;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.http.RequestThreads;
import org.navette.schemas.TicketNumber;

/** The idempotency keys in use, in the database, so that every instance knows them. */
public final class Reservations {

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

    private final MongoClient mongo;
    private final MongoCollection<Document> keys;
    private final Duration keptFor;
    private final Duration retryAfter;
    private final Clock clock;

    /** A database that hangs must not take every thread, neither by asking it nor by waiting for a place to ask. */
    private final Semaphore places;

    private final int mostWaiting;

    Reservations(
            MongoClient mongo,
            String database,
            IntakeProperties.IdempotencyKeys settings,
            Duration retryAfter,
            Clock clock) {
        this.mongo = mongo;
        this.keys = mongo.getDatabase(database).getCollection("idempotency-keys");
        this.keptFor = settings.keptFor();
        this.places = new Semaphore(settings.maxConcurrent());
        this.mostWaiting = settings.maxConcurrent();
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    /**
     * Keeps what is proposed under the key, or finds what was kept there first, by this or another instance. Takes two
     * seconds at most: one until there is a place, one for the database.
     *
     * @param fingerprint of the submission
     * @throws ProblemException where the key was used for another submission, the database does not answer, or too many ask it
     */
    public Reservation reserve(IdempotencyKey key, String endpoint, String fingerprint, Reservation proposed) {
        RequestThreads.letOthersWork();
        takePlace();
        try {
            return reserve(key.id(endpoint), fingerprint, proposed, Deadline.in(LONGEST_ANSWER));
        } catch (MongoException e) {
            throw new ProblemException(unavailable());
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire()
                    || places.getQueueLength() < mostWaiting
                            && places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.overloaded(retryAfter));
    }

    private Reservation reserve(String id, String fingerprint, Reservation proposed, Deadline deadline) {
        awaitDatabase(deadline);
        Document ours = document(id, fingerprint, proposed);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (inserted(ours, deadline)) {
                return proposed;
            }
            Document theirs = asked(id, deadline);
            if (theirs != null && !expired(theirs)) {
                return repeated(theirs, fingerprint);
            }
            if (theirs != null && replaced(theirs, ours, deadline)) {
                return proposed;
            }
        }
        throw new ProblemException(unavailable());
    }

    /** Until somebody has asked it, or while it is away, nobody knows what kind of a database it is. */
    private void awaitDatabase(Deadline deadline) {
        if (kind() == ClusterType.UNKNOWN) {
            keys.withTimeout(deadline.millisLeft(), TimeUnit.MILLISECONDS)
                    .find(eq("_id", ""))
                    .first();
        }
    }

    /**
     * A key that was answered must be known after the database was killed or failed over. A server that is no replica set
     * doesn't wait for its journal where it is asked for a majority, too: it relies on the waiting for other members, of
     * which there are none (waitForWriteConcern in MongoDB's write_concern.cpp). It must be asked for the journal alone.
     */
    private MongoCollection<Document> keys(Deadline deadline) {
        return keys.withTimeout(deadline.millisLeft(), TimeUnit.MILLISECONDS)
                .withWriteConcern(
                        kind() == ClusterType.STANDALONE
                                ? WriteConcern.W1.withJournal(true)
                                : WriteConcern.MAJORITY.withJournal(true));
    }

    private ClusterType kind() {
        return mongo.getClusterDescription().getType();
    }

    private boolean inserted(Document ours, Deadline deadline) {
        try {
            keys(deadline).insertOne(ours);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Written to, and not only read: what another request keeps in this moment may not be in the journal or with the majority
     * yet. Answered with and then lost, it would let the next repeat have a second number.
     */
    private @Nullable Document asked(String id, Deadline deadline) {
        return keys(deadline).findOneAndUpdate(eq("_id", id), Updates.inc("repeats", 1));
    }

    /** Only as long as it is the expired one: another request may have been quicker. */
    private boolean replaced(Document theirs, Document ours, Deadline deadline) {
        return keys(deadline)
                        .replaceOne(
                                and(eq("_id", theirs.getString("_id")), eq("expiresAt", theirs.getDate("expiresAt"))),
                                ours)
                        .getMatchedCount()
                == 1;
    }

    private boolean expired(Document kept) {
        return !kept.getDate("expiresAt").toInstant().isAfter(clock.instant());
    }

    private static Reservation repeated(Document kept, String fingerprint) {
        if (!fingerprint.equals(kept.getString("fingerprint"))) {
            throw new ProblemException(Problem.of(422, "idempotency-key-reused"));
        }
        return new Reservation(
                new TicketNumber(kept.getString("number")),
                kept.getString("submissionId"),
                kept.getDate("submittedAt").toInstant());
    }

    private Document document(String id, String fingerprint, Reservation reservation) {
        Instant expiresAt = clock.instant().plus(keptFor);
        return new Document("_id", id)
                .append("number", reservation.number().value())
                .append("submissionId", reservation.submissionId())
                .append("fingerprint", fingerprint)
                .append("submittedAt", Date.from(reservation.submittedAt()))
                .append("expiresAt", Date.from(expiresAt));
    }

    /** Asks the database for anything; throws where it does not answer. Lets it drop expired keys by itself, once asked. */
    void touch(boolean first) {
        keys.find(eq("_id", "")).first();
        if (first) {
            keys.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        }
    }

    private Problem unavailable() {
        return Problem.of(503, "keys-unavailable").retryable(retryAfter);
    }
}
