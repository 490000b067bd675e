package org.navette.examples.tickets;

/**
 * A ticket to submit.
 *
 * @param json one line in UTF-8, without its end; now and then, on purpose, no JSON
 * @param deliverable whether the demo mail server takes mail for its issuer
 */
public record GeneratedTicket(byte[] json, Expected expected, boolean deliverable) {}
