package org.navette.drill.fuzz.lines;

import tools.jackson.databind.node.ObjectNode;

/** An organisation or a business object as a line of JSON says it, and what must become of it. */
record Entry(ObjectNode json, Fate fate) {

    Entry refused() {
        return new Entry(json, Fate.REFUSED);
    }

    Entry uncertain() {
        return new Entry(json, Fate.EITHER);
    }
}
