package org.navette.notifier.template;

/** A letter, ready to be put into an e-mail. */
public record Wording(String subject, String text, String html) {}
