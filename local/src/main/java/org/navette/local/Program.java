package org.navette.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the supervisor runs as a process of its own.
 *
 * @param environment beside what is inherited
 * @param address for the person who looks at the start
 */
record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Readiness readiness,
        String address) {}
