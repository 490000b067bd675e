package org.navette.drill.fuzz.topic;

import org.navette.drill.fuzz.values.Chance;

/** Records for every topic that a service reads. */
final class TopicCases {

    private static final int HEAVY_EVERY = 200;
    private static final int HEAVY = 15;

    private final SchemaIds schemas;

    TopicCases(SchemaIds schemas) {
        this.schemas = schemas;
    }

    /** One in many is heavy: each kind of those into each topic in turn. */
    TopicCase draw(long number, Chance chance) {
        if (number % HEAVY_EVERY == HEAVY) {
            var turn = (int) (number / HEAVY_EVERY);
            var heavy = RecordFault.heavy();
            var target = Target.ALL.get(turn % Target.ALL.size());
            return made(heavy.get(turn / Target.ALL.size() % heavy.size()), target, chance);
        }
        var target = chance.any(Target.ALL);
        return chance.oneIn(4)
                ? Making.extreme(schemas, target, chance).as("record: extreme values")
                : made(chance.any(RecordFault.usual()), target, chance);
    }

    private TopicCase made(RecordFault fault, Target target, Chance chance) {
        var making = Making.usual(schemas, target, chance);
        fault.spoil(making);
        return making.as(fault.label());
    }
}
