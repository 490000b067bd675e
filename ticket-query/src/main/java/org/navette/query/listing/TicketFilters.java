package org.navette.query.listing;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Destination;
import org.navette.messages.Status;
import org.navette.query.store.Fields;

/** Filters as the database takes them, in the shape that the indexes serve. */
final class TicketFilters {

    private static final Set<Status> ALL = EnumSet.complementOf(EnumSet.of(Status.REFUSED));
    private static final BsonDateTime LATEST = new BsonDateTime(Long.MAX_VALUE);

    private TicketFilters() {}

    static Bson of(TicketFilter filter) {
        return and(conditions(filter, LATEST));
    }

    static Bson of(ListRequest request) {
        Cursor cursor = request.cursor();
        if (cursor == null) {
            return of(request.filter());
        }
        BsonDateTime time = new BsonDateTime(cursor.submittedAt().toEpochMilli());
        // The bound that an index can use, and what it lets through too much.
        List<Bson> conditions = conditions(request.filter(), time);
        conditions.add(
                or(lt(Fields.SUBMITTED_AT, time), and(eq(Fields.SUBMITTED_AT, time), lt(Fields.ID, cursor.number()))));
        return and(conditions);
    }

    static Bson of(Status status) {
        return of(new TicketFilter(null, null, null, null, EnumSet.of(status), null, null));
    }

    static Bson of(Destination destination) {
        return of(new TicketFilter(null, null, null, destination, Set.of(), null, null));
    }

    /** The time is always bounded: a ticket whose first fact is missing has none, and is in no list. */
    private static List<Bson> conditions(TicketFilter filter, BsonDateTime latest) {
        List<Bson> conditions = new ArrayList<>();
        add(conditions, Fields.ISSUER, filter.issuer());
        List<String> recipients = recipients(filter);
        if (recipients.size() == 1) {
            conditions.add(eq(Fields.RECIPIENTS, recipients.get(0)));
        } else if (!recipients.isEmpty()) {
            conditions.add(all(Fields.RECIPIENTS, recipients));
        }
        add(conditions, Fields.CATEGORY, filter.category());
        add(conditions, Fields.SUB_CATEGORY, filter.subCategory());
        conditions.add(status(filter.statuses().isEmpty() ? ALL : filter.statuses()));
        conditions.add(lte(Fields.SUBMITTED_AT, latest));
        return conditions;
    }

    private static Bson status(Collection<Status> statuses) {
        List<String> names = statuses.stream().map(Status::name).toList();
        return names.size() == 1 ? eq(Fields.STATUS, names.get(0)) : in(Fields.STATUS, names);
    }

    private static List<String> recipients(TicketFilter filter) {
        List<String> keys = new ArrayList<>();
        if (filter.recipient() != null) {
            String service = filter.recipientService();
            keys.add(service == null ? filter.recipient() : filter.recipient() + "/" + service);
        }
        if (filter.destination() != null) {
            keys.add(filter.destination().name());
        }
        return keys;
    }

    private static void add(List<Bson> conditions, String field, @Nullable String value) {
        if (value != null) {
            conditions.add(eq(field, value));
        }
    }
}
