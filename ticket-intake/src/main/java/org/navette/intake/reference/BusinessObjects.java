package org.navette.intake.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.FieldChecks;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.Fields;
import org.navette.intake.fields.Form;
import org.navette.messages.BusinessObject;
import org.navette.messages.ObjectRecipient;
import org.navette.messages.ObjectState;
import org.navette.messages.OrganisationId;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** Invoices, refund claims and court fee statements. */
final class BusinessObjects implements Kind {

    private static final Form FORM = Form.ofValues(
            "id",
            "type",
            "number",
            "year",
            "issuer.scheme",
            "issuer.value",
            "state",
            "recipient.scheme",
            "recipient.value",
            "recipient.name",
            "recipient.service",
            "recipient.serviceName",
            "initialRecipient.scheme",
            "initialRecipient.value",
            "initialRecipient.name",
            "initialRecipient.service",
            "initialRecipient.serviceName",
            "delete");

    private static final Map<String, ObjectState> STATES =
            Map.of("draft", ObjectState.DRAFT, "sent", ObjectState.SENT, "rejected", ObjectState.REJECTED);

    private final Set<String> types;

    /** @param types codes of the catalogue's object types */
    BusinessObjects(Set<String> types) {
        this.types = types;
    }

    @Override
    public Topic topic() {
        return Topics.BUSINESS_OBJECTS;
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : List.of("id", "type", "number", "year", "state", "delete")) {
            columns.put(name, name);
        }
        for (String name : List.of("Scheme", "Value", "Name", "Service", "ServiceName")) {
            String property = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            columns.put("recipient" + name, "recipient." + property);
            columns.put("initialRecipient" + name, "initialRecipient." + property);
        }
        columns.put("issuerScheme", "issuer.scheme");
        columns.put("issuerValue", "issuer.value");
        return columns;
    }

    @Override
    public List<String> neededColumns() {
        return List.of("id");
    }

    @Override
    public Checked check(Fields fields) {
        FieldChecks checks = new FieldChecks(fields);
        String id = checks.id("id");
        if (checks.flag("delete", false)) {
            return id != null && fields.areFine() ? new Checked.Fine(id, null) : new Checked.Wrong(fields.errors());
        }
        String type = checks.required("type", 100);
        if (type != null && !types.contains(type)) {
            fields.add(FieldError.of("type", "unknown"));
        }
        String number = checks.objectNumber("number", "required");
        int year = checks.year("year");
        OrganisationId issuer = checks.organisation("issuer", null);
        ObjectState state = state(fields, checks);
        ObjectRecipient recipient = recipient(fields, checks, "recipient");
        ObjectRecipient initialRecipient = recipient(fields, checks, "initialRecipient");
        if (id == null || !fields.areFine()) {
            return new Checked.Wrong(fields.errors());
        }
        return new Checked.Fine(
                id, new BusinessObject(id, type, number, year, issuer, state, recipient, initialRecipient));
    }

    private static @Nullable ObjectState state(Fields fields, FieldChecks checks) {
        String state = checks.required("state", 20);
        if (state != null && !STATES.containsKey(state)) {
            fields.add(FieldError.detailed("state", "malformed", "state"));
        }
        return state == null ? null : STATES.get(state);
    }

    private static @Nullable ObjectRecipient recipient(Fields fields, FieldChecks checks, String path) {
        if (!fields.mentions(path)) {
            return null;
        }
        return new ObjectRecipient(
                checks.organisation(path, null),
                checks.required(path + ".name", Organisations.LONGEST_NAME),
                checks.optional(path + ".service", Organisations.LONGEST_SERVICE_CODE),
                checks.optional(path + ".serviceName", Organisations.LONGEST_NAME));
    }
}
