package org.navette.drill.fuzz;

/**
 * Something that must not be.
 *
 * @param kind of the case, or of the check where it is about no single case
 * @param number of the case; -1 where it is about none
 * @param what alike for all cases that show the same
 * @param reproduction what was sent and what came back, for a person
 */
public record Flaw(String kind, long number, String what, String reproduction) {

    public static final long NO_CASE = -1;

    public static Flaw of(String check, String what, String details) {
        return new Flaw(check, NO_CASE, what, details);
    }
}
