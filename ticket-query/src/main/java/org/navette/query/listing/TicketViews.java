package org.navette.query.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the HTTP interface shows. What is null is left out, but for a list's {@code next}. */
final class TicketViews {

    private TicketViews() {}

    record Label(String fr, String en) {}

    record Coded(String code, Label label) {}

    record OrganisationView(String scheme, String value) {}

    record IssuerView(
            boolean connected,
            @Nullable OrganisationView organisation,
            @Nullable String organisationName,
            @Nullable String service,
            @Nullable String user,
            String email,
            String language) {}

    record RecipientView(
            String destination,
            @Nullable OrganisationView organisation,
            @Nullable String organisationName,
            @Nullable String service,
            @Nullable String serviceName) {}

    record ObjectView(String type, String number) {}

    record ActorView(String role, @Nullable String user, @Nullable OrganisationView organisation) {}

    record ActivityView(
            int version,
            String type,
            Instant at,
            String status,
            ActorView actor,
            @Nullable String text,
            @Nullable String agent,
            @Nullable RecipientView recipient) {}

    record RejectedActionView(String actionId, String type, int version, Instant at, ActorView actor, String code) {}

    record UndeliverableMailView(
            int version, String messageId, String outcome, Instant at, int attempts, @Nullable String reason) {}

    record RefusalView(String code, String field, Instant at) {}

    /** A line of a list. */
    record TicketLine(
            String number,
            String groupedNumber,
            String status,
            int version,
            Instant submittedAt,
            Instant updatedAt,
            Coded category,
            Coded subCategory,
            String title,
            IssuerLine issuer,
            RecipientView recipient,
            @Nullable ObjectView object,
            @Nullable String assignedTo) {}

    record IssuerLine(boolean connected, @Nullable OrganisationView organisation, @Nullable String organisationName) {}

    /** A page of a list. */
    record TicketPage(List<TicketLine> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

    /** A ticket, whole; also a submission that was refused, which has a refusal and neither recipient nor history. */
    record TicketDetail(
            String number,
            String groupedNumber,
            String status,
            int version,
            @Nullable Instant submittedAt,
            Instant updatedAt,
            @Nullable Coded category,
            @Nullable Coded subCategory,
            @Nullable String title,
            @Nullable String description,
            @Nullable IssuerView issuer,
            @Nullable RecipientView recipient,
            @Nullable ObjectView object,
            @Nullable String assignedTo,
            @Nullable RefusalView refusal,
            List<ActivityView> history,
            List<RejectedActionView> rejectedActions,
            List<UndeliverableMailView> undeliverableMails) {}

    record Count(long count) {}

    record Statistics(
            long tickets,
            Map<String, Long> byStatus,
            Map<String, Long> byDestination,
            long refused,
            Map<String, Long> refusedByCode) {}
}
