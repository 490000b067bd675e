package org.navette.drill.fuzz.replay;

import org.navette.drill.fuzz.topic.Registry;
import org.navette.messages.TicketSubmitted;

/**
 * A schema that the registry does not know yet: as after a registry was restored from a backup that is older than the
 * records. Its id is known beforehand, for the registry counts.
 */
final class LateSchema {

    private final Registry registry;
    private final int id;

    private LateSchema(Registry registry, int id) {
        this.registry = registry;
        this.id = id;
    }

    static LateSchema inspect(Registry registry) {
        var last = registry.registerAvro("fuzz-last", "{\"type\":\"fixed\",\"name\":\"Last\",\"size\":7}");
        return new LateSchema(registry, last + 1);
    }

    /** That it will have. */
    int id() {
        return id;
    }

    /** @return whether it has that id */
    boolean register() {
        var schema = TicketSubmitted.getClassSchema().toString();
        // An attribute that says nothing makes another schema of it.
        return registry.registerAvro("fuzz-late", "{\"late\":\"yes\"," + schema.substring(1)) == id;
    }
}
