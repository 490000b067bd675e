package org.navette.drill.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.navette.parts.Distribution;

/**
 * @param directory for data and logs; has to be empty or missing
 * @param copies of each service
 * @param smallDisks whether broker and database get file systems of their own, where that can be done
 * @param clockLibrary libfaketime; null where clocks are left alone
 * @param keep whether data and logs stay when all is over
 */
public record StackSettings(
        Distribution distribution,
        Path directory,
        int copies,
        boolean smallDisks,
        @Nullable Path clockLibrary,
        boolean keep) {}
