package org.navette.query.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.navette.messages.MailDelivery;
import org.navette.messages.MailOutcome;

/** Keeps the e-mails that reached nobody, and forgets those that went out at last, after somebody mended what was wrong. */
final class MailWriter {

    private final MongoCollection<BsonDocument> undeliverable;
    private final Portions portions;
    private final Replacing kept;

    /** What can be there to be forgotten; null where that is not known. */
    private final @Nullable Set<String> there;

    MailWriter(MongoCollection<BsonDocument> undeliverable, Portions portions) {
        this(undeliverable, portions, null);
    }

    private MailWriter(MongoCollection<BsonDocument> undeliverable, Portions portions, @Nullable Set<String> there) {
        this.undeliverable = undeliverable;
        this.portions = portions;
        this.kept = new Replacing(undeliverable, portions);
        this.there = there;
    }

    /** Nearly every e-mail goes out at the first try: in a collection that only we fill, there is nothing to look for. */
    static MailWriter ofNew(MongoCollection<BsonDocument> undeliverable, Portions portions) {
        return new MailWriter(undeliverable, portions, ConcurrentHashMap.newKeySet());
    }

    void write(Map<String, MailDelivery> mails, Written written) {
        List<BsonDocument> failed = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        mails.forEach((id, mail) -> {
            if (mail.getOutcome() == MailOutcome.SENT) {
                if (there == null || there.remove(id)) {
                    sent.add(id);
                }
            } else {
                failed.add(OtherDocuments.mail(id, mail));
                if (there != null) {
                    there.add(id);
                }
            }
        });
        kept.write(failed, written);
        portions.each(sent, portion -> undeliverable.deleteMany(in(Fields.ID, portion)));
    }
}
