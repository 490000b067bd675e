package org.navette.drill.stack;

import java.util.List;

/** What the pipeline is made of. */
public enum Part {
    BROKER("broker", List.of("-Xms256m", "-Xmx640m", "-XX:+UseG1GC")),
    REGISTRY("registry", List.of()),
    DATABASE("database", List.of("-Xmx2g", "-XX:+UseSerialGC")),
    MAIL("mail server", List.of("-Xmx128m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC")),
    INTAKE("intake", List.of("-Xmx512m")),
    ROUTER("router", List.of("-Xmx512m")),
    NOTIFIER("notifier", List.of("-Xmx512m")),
    QUERY("query", List.of("-Xmx512m"));

    private final String label;
    private final List<String> flags;

    Part(String label, List<String> flags) {
        this.label = label;
        this.flags = flags;
    }

    public boolean isService() {
        return ordinal() >= INTAKE.ordinal();
    }

    /** Of a service. */
    String artifact() {
        return "ticket-" + label;
    }

    List<String> flags() {
        return flags;
    }

    @Override
    public String toString() {
        return label;
    }
}
