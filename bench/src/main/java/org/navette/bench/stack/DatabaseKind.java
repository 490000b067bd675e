package org.navette.bench.stack;

/** Which database the stack stands on. */
public enum DatabaseKind {
    EMBEDDED,
    REAL
}
