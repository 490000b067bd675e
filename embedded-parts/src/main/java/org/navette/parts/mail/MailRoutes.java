package org.navette.parts.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/** Which address shows what. */
final class MailRoutes implements HttpHandler {

    private static final Logger LOG = System.getLogger(MailRoutes.class.getName());
    private static final Pattern MAIL = Pattern.compile("/mails/(\\d{1,18})(/html|/source)?");

    private final MailStore store;
    private final MailApi api;

    MailRoutes(MailStore store) {
        this.store = store;
        this.api = new MailApi(store);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (exchange.getRequestURI().getPath().equals("/api/mails.ndjson")) {
                var parameters = MailQuery.parameters(exchange.getRequestURI());
                api.stream(exchange, MailQuery.number(parameters.getOrDefault("after", ""), -1));
            } else {
                answer(exchange).send(exchange);
            }
        } catch (RuntimeException e) {
            // The JDK's server would drop it without a word; the browser sees the connection end.
            LOG.log(Level.ERROR, "Request failed: " + exchange.getRequestURI().getPath(), e);
        }
    }

    private Response answer(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        return switch (uri.getPath()) {
            case "/" -> list(MailQuery.of(uri));
            case "/api/count" -> api.count();
            case "/api/mails" -> api.find(MailQuery.parameters(uri));
            default -> mail(uri.getPath());
        };
    }

    private Response list(MailQuery query) {
        var mails = query.text().isEmpty()
                ? store.index().before(query.before(), MailQuery.PAGE)
                : store.index().search(query.text(), query.before(), MailQuery.PAGE);
        return Response.page(200, MailPages.list(query, mails, store.index().count()));
    }

    private Response mail(String path) {
        var match = MAIL.matcher(path);
        if (!match.matches()) {
            return Response.page(404, MailPages.notFound());
        }
        var id = Long.parseLong(match.group(1));
        var view = match.group(2);
        return store.source(id)
                .map(source -> view == null
                        ? Response.page(
                                200, MailPages.mail(store.index().find(id).orElseThrow(), MailContent.of(source)))
                        : view.equals("/html")
                                ? Response.foreignHtml(
                                        MailContent.of(source).html().orElse(""))
                                : Response.source(source))
                .orElseGet(() -> Response.page(404, MailPages.notFound()));
    }
}
