package org.navette.local;

import java.util.ArrayList;
import org.navette.parts.database.EmbeddedDatabase;
import org.navette.parts.database.Mongod;

/** Which parts are not ours, and which database was taken, with what it can't do. */
record Choices(Externals externals) {

    String text() {
        var lines = new ArrayList<String>();
        if (externals.broker()) {
            lines.add("  The broker is the one of KAFKA_BOOTSTRAP_SERVERS.");
        }
        if (externals.registry()) {
            lines.add("  The schema registry is the one of SCHEMA_REGISTRY_URL.");
        }
        if (externals.smtp()) {
            lines.add("  The mail server is the one of SMTP_HOST.");
        }
        lines.add("  The database is " + database());
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private String database() {
        if (externals.database()) {
            return "the one of MONGODB_URI.";
        }
        return Mongod.onPath()
                .map(mongod -> mongod + ", which the PATH has.")
                .orElse("the embedded one: " + EmbeddedDatabase.LIMITS + "."
                        + " A mongod on the PATH, or MONGODB_URI, takes its place.");
    }
}
