package org.navette.bench.stack;

import java.util.List;

/** Of the processes' JVMs, as in the local run. */
final class Flags {

    /** Of the services, and of the limits beside them. */
    static final List<String> SERVICE = List.of("-Xmx512m");

    static final List<String> BROKER = List.of("-Xms256m", "-Xmx640m", "-XX:+UseG1GC");
    static final List<String> DATABASE = List.of("-Xmx2g", "-XX:+UseSerialGC");
    static final List<String> MAIL = List.of("-Xmx128m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC");

    private Flags() {}
}
