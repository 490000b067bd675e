package org.navette.parts;

import java.util.List;

/** Options of the JVMs of one machine's pipeline: how much each may use, and a collector that suits that. */
public final class JvmMemory {

    public static final List<String> SERVICE = List.of("-Xmx512m");
    public static final List<String> BROKER = List.of("-Xms256m", "-Xmx640m", "-XX:+UseG1GC");

    /** Of the embedded one, which sorts whole tickets in memory: 100 000 of them don't fit into less. */
    public static final List<String> DATABASE = List.of("-Xmx2g", "-XX:+UseSerialGC");

    public static final List<String> MAIL = List.of("-Xmx128m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC");

    private JvmMemory() {}
}
