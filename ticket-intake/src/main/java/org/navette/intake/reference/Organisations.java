package org.navette.intake.reference;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.navette.intake.fields.FieldChecks;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.Fields;
import org.navette.intake.fields.Form;
import org.navette.messages.Organisation;
import org.navette.messages.OrganisationId;
import org.navette.messages.Service;
import org.navette.schemas.Keys;
import org.navette.schemas.Topic;
import org.navette.schemas.Topics;

/** The directory of organisations. */
final class Organisations implements Kind {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SERVICE_CODE = 100;

    private static final Form FORM = Form.ofValues(
            "scheme",
            "value",
            "name",
            "active",
            "receivesTickets",
            "serviceRequired",
            "services[].code",
            "services[].name",
            "services[].active",
            "delete");

    @Override
    public Topic topic() {
        return Topics.ORGANISATIONS;
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of("scheme", "value", "name", "active", "receivesTickets", "serviceRequired", "services", "delete")
                .forEach(name -> columns.put(name, name));
        return columns;
    }

    @Override
    public List<String> neededColumns() {
        return List.of("scheme", "value");
    }

    /** Services stand in one cell: {@code code=name;code=name}, an exclamation mark before one that is inactive. */
    @Override
    public void put(Fields fields, String path, String cell) {
        if (!path.equals("services")) {
            fields.put(path, cell);
            return;
        }
        int index = 0;
        for (String service : cell.split(";", -1)) {
            int equals = service.indexOf('=');
            if (equals < 0) {
                fields.add(FieldError.detailed(path, "malformed", "services"));
                return;
            }
            boolean inactive = service.startsWith("!");
            String prefix = "services[" + index++ + "].";
            fields.put(
                    prefix + "code", service.substring(inactive ? 1 : 0, equals).strip());
            fields.put(prefix + "name", service.substring(equals + 1).strip());
            fields.put(prefix + "active", String.valueOf(!inactive));
        }
        fields.setLength(path, index);
    }

    @Override
    public Checked check(Fields fields) {
        FieldChecks checks = new FieldChecks(fields);
        OrganisationId id = checks.organisation("", null);
        if (checks.flag("delete", false)) {
            return fields.areFine()
                    ? new Checked.Fine(Keys.of(requireNonNull(id)), null)
                    : new Checked.Wrong(fields.errors());
        }
        String name = checks.required("name", LONGEST_NAME);
        boolean active = checks.flag("active", true);
        boolean receivesTickets = checks.flag("receivesTickets", false);
        boolean serviceRequired = checks.flag("serviceRequired", false);
        List<Service> services = services(fields, checks);
        if (!fields.areFine()) {
            return new Checked.Wrong(fields.errors());
        }
        return new Checked.Fine(
                Keys.of(requireNonNull(id)),
                new Organisation(id, name, active, receivesTickets, serviceRequired, services));
    }

    private static List<Service> services(Fields fields, FieldChecks checks) {
        List<Service> services = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < fields.length("services"); i++) {
            if (fields.hasErrorAt("services[" + i + "]")) {
                continue;
            }
            String prefix = "services[" + i + "].";
            String code = checks.required(prefix + "code", LONGEST_SERVICE_CODE);
            String name = checks.required(prefix + "name", LONGEST_NAME);
            if (code != null && !codes.add(code)) {
                fields.add(FieldError.of(prefix + "code", "repeated"));
            }
            services.add(new Service(code, name, checks.flag(prefix + "active", true)));
        }
        return services;
    }
}
