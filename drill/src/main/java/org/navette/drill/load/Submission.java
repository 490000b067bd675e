package org.navette.drill.load;

/**
 * A ticket to send.
 *
 * @param mark unique; in the title and in the address, so that a ticket is known by it whatever its number
 * @param body JSON on one line, in UTF-8
 */
public record Submission(String mark, byte[] body, Expected expected) {

    private static final String TITLE = "Drill ";
    private static final String DOMAIN = "@drill.example";

    static String title(String mark) {
        return TITLE + mark;
    }

    static String address(String mark) {
        return mark + DOMAIN;
    }

    /** The mark of the ticket with this title; the whole title where it is none of ours. */
    public static String markOfTitle(String title) {
        return title.startsWith(TITLE) ? title.substring(TITLE.length()) : title;
    }

    /** The mark of the ticket whose mails go there; the whole address where it is none of ours. */
    public static String markOfAddress(String address) {
        return address.endsWith(DOMAIN) ? address.substring(0, address.length() - DOMAIN.length()) : address;
    }
}
