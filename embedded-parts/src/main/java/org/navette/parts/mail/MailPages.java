package org.navette.parts.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The pages as HTML; whatever comes from a mail or from the browser is escaped here. */
final class MailPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private MailPages() {}

    static String list(MailQuery query, List<MailSummary> mails, long count) {
        return page(
                "Mails",
                """
                <h1>Mails <small>%,d kept</small></h1>
                <form method="get" action="/" role="search">
                  <label for="q">Recipient, subject, ticket number or Message-ID</label>
                  <input id="q" name="q" type="search" value="%s">
                  <button>Search</button>
                </form>
                %s%s
                """
                        .formatted(count, escape(query.text()), table(mails), pager(query, mails)));
    }

    private static String table(List<MailSummary> mails) {
        if (mails.isEmpty()) {
            return "<p>No mail here.</p>";
        }
        return mails.stream()
                .map(mail -> "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>"
                        .formatted(time(mail.receivedAt()), escape(mail.recipient()), mail.id(), subject(mail)))
                .collect(Collectors.joining(
                        "\n",
                        "<table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>",
                        "</tbody></table>"));
    }

    private static String pager(MailQuery query, List<MailSummary> mails) {
        var newest = query.isFirstPage() ? "" : "<a href=\"%s\">Newest</a> ".formatted(escape(query.firstPage()));
        var older = mails.size() < MailQuery.PAGE
                ? ""
                : "<a href=\"%s\">Older</a>"
                        .formatted(escape(
                                query.pageBefore(mails.get(mails.size() - 1).id())));
        return "<nav>" + newest + older + "</nav>";
    }

    static String mail(MailSummary mail, MailContent content) {
        var html = content.html().isEmpty()
                ? ""
                : "<h2>HTML</h2><iframe sandbox src=\"/mails/%d/html\" title=\"The mail's HTML\"></iframe>"
                        .formatted(mail.id());
        var text = content.text()
                .map(words -> "<h2>Text</h2><pre>" + escape(words) + "</pre>")
                .orElse("");
        return page(
                mail.subject(),
                """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <dl><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd><dt>Message-ID</dt><dd>%s</dd></dl>
                <p><a href="/mails/%d/source">Source</a></p>
                %s%s
                """
                        .formatted(
                                subject(mail),
                                escape(mail.recipient()),
                                time(mail.receivedAt()),
                                escape(mail.messageId()),
                                mail.id(),
                                html,
                                text));
    }

    static String notFound() {
        return page("Not found", "<h1>Not found</h1><p><a href=\"/\">All mails</a></p>");
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 1.5rem auto; padding: 0 1rem; color: #1b1b1f }
                h1 small { font-size: 1rem; font-weight: normal; color: #55555f }
                table { width: 100%%; border-collapse: collapse; margin: 1rem 0 }
                th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d8d8df; overflow-wrap: break-word }
                td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums }
                tbody tr:hover { background: #f3f3f8 }
                input[type=search] { width: 100%%; max-width: 30rem; font: inherit; padding: .3rem }
                button { font: inherit; padding: .3rem .8rem } label { display: block }
                dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
                iframe { width: 100%%; height: 32rem; border: 1px solid #d8d8df; background: #fff }
                pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f7f7fa; padding: 1rem }
                nav a { margin-right: 1rem }
                h1, td { max-width: 100%%; overflow-wrap: anywhere }
                @media (min-width: 40rem) { td { overflow-wrap: break-word } td:nth-child(2) { width: 18rem } }
                @media (max-width: 40rem) { thead { display: none } td { display: block; border: 0; padding: .1rem 0 } tr { display: block; padding: .5rem 0; border-bottom: 1px solid #d8d8df } }
                </style></head><body>
                %s
                </body></html>
                """
                .formatted(escape(title), body);
    }

    private static String subject(MailSummary mail) {
        return mail.subject().isBlank() ? "(no subject)" : escape(mail.subject());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
