package org.navette.notifier.template;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.notifier.letter.Letter;
import org.navette.notifier.letter.PlainText;
import org.navette.schemas.TicketNumber;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renders letters. The templates see only what {@link #model} gives them, each line already without line breaks; the HTML
 * ones escape it.
 */
public final class LetterTemplates {

    private static final int MOST_IN_SUBJECT = 100;
    private static final int MOST_IN_A_LINE = 300;

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String ticketUrl;
    private final ZoneId zone;

    /** @param ticketUrl where a connected issuer sees its ticket; {@code {number}} stands for the ticket number */
    public LetterTemplates(ITemplateEngine templates, MessageSource messages, String ticketUrl, ZoneId zone) {
        this.templates = templates;
        this.messages = messages;
        this.ticketUrl = ticketUrl;
        this.zone = zone;
    }

    public Wording render(Letter letter) {
        Map<String, Object> model = model(letter);
        Context context = new Context(letter.language(), model);
        String name = letter.kind().code();
        return new Wording(
                subject(letter, model),
                templates.process(name + ".txt", context),
                templates.process(name + ".html", context));
    }

    private String subject(Letter letter, Map<String, Object> model) {
        String subject = messages.getMessage(
                letter.kind().code() + ".subject", new Object[] {model.get("number")}, letter.language());
        return letter.connected()
                ? subject
                        + messages.getMessage("subject.separator", null, letter.language())
                        + PlainText.line(letter.title(), MOST_IN_SUBJECT)
                : subject;
    }

    private Map<String, Object> model(Letter letter) {
        Map<String, Object> model = new HashMap<>();
        model.put("number", new TicketNumber(letter.ticketNumber()).grouped());
        model.put("date", date(letter));
        model.put("connected", letter.connected());
        if (letter.connected()) {
            // Anyone can give anyone's address in the form for those who don't sign in: what is sent there must not
            // carry
            // the words of a stranger.
            model.put("title", line(letter.title()));
            model.put("link", ticketUrl.replace("{number}", letter.ticketNumber()));
        }
        Letter.Matter matter = letter.matter();
        if (matter != null) {
            model.put("category", line(matter.category()));
            model.put("subCategory", line(matter.subCategory()));
            putLine(model, "recipient", matter.recipient());
            putLine(model, "object", matter.objectNumber());
        }
        if (letter.text() != null) {
            model.put("text", PlainText.text(letter.text()));
        }
        if (letter.refusal() != null) {
            model.put("reason", reason(letter.refusal(), letter.language()));
        }
        return model;
    }

    private String reason(Letter.Refusal refusal, Locale language) {
        String unknown = messages.getMessage("refusal.other", new Object[] {line(refusal.code())}, language);
        return messages.getMessage("refusal." + refusal.code(), null, unknown, language);
    }

    private String date(Letter letter) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(letter.language().equals(Locale.ENGLISH) ? Locale.UK : Locale.FRANCE)
                .format(letter.occurredAt().atZone(zone));
    }

    private static void putLine(Map<String, Object> model, String name, @Nullable String value) {
        if (value != null) {
            model.put(name, line(value));
        }
    }

    private static String line(String typed) {
        return PlainText.line(typed, MOST_IN_A_LINE);
    }
}
