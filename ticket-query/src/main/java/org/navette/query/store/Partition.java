package org.navette.query.store;

/** A partition of a topic, as the read model names it. */
public record Partition(String topic, int number) {

    String id() {
        return topic + "/" + number;
    }

    static Partition ofId(String id) {
        int slash = id.lastIndexOf('/');
        return new Partition(id.substring(0, slash), Integer.parseInt(id.substring(slash + 1)));
    }
}
