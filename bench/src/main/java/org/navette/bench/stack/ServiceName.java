package org.navette.bench.stack;

/** The services, in the order in which a ticket meets them. */
public enum ServiceName {
    INTAKE("ticket-intake"),
    ROUTER("ticket-router"),
    NOTIFIER("ticket-notifier"),
    QUERY("ticket-query");

    private final String artifact;

    ServiceName(String artifact) {
        this.artifact = artifact;
    }

    public String artifact() {
        return artifact;
    }
}
