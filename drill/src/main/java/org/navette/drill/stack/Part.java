package org.navette.drill.stack;

import java.util.List;
import org.navette.parts.JvmMemory;

/** What the pipeline is made of. */
public enum Part {
    BROKER("broker", JvmMemory.BROKER),
    REGISTRY("registry", List.of()),
    DATABASE("database", JvmMemory.DATABASE),
    MAIL("mail server", JvmMemory.MAIL),
    INTAKE("intake", JvmMemory.SERVICE),
    ROUTER("router", JvmMemory.SERVICE),
    NOTIFIER("notifier", JvmMemory.SERVICE),
    QUERY("query", JvmMemory.SERVICE);

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
