package org.navette.query.consumption;

/** What a reader of the log does while the registry doesn't answer. It asks again when that returns. */
@FunctionalInterface
public interface Waiting {

    /** Called by any reader's thread. What it throws ends the reading. */
    void await(RuntimeException away);
}
