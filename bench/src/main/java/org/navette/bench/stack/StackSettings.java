package org.navette.bench.stack;

import java.nio.file.Path;
import org.navette.parts.Distribution;

/**
 * @param mongod the program for a real database
 * @param partitions of every topic, from 1 to 1000
 * @param directory for the data of all stacks; deleted at the end
 * @param keep whether the data are left there
 */
public record StackSettings(
        Distribution distribution, DatabaseKind database, Path mongod, int partitions, Path directory, boolean keep) {

    private static final int MOST_PARTITIONS = 1_000;

    public StackSettings {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException("--partitions is a number from 1 to " + MOST_PARTITIONS);
        }
    }
}
