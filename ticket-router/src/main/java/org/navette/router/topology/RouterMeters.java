package org.navette.router.topology;

import org.navette.messages.Destination;

/**
 * What the router counts. A transaction that is aborted and done again is counted twice: these are for graphs, the topics
 * for reconciliation.
 */
public interface RouterMeters {

    void routed(Destination destination);

    void refused(String code);

    void rejected(String code);
}
