package org.navette.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.navette.parts.Distribution;

/** What a person can do now, on one screen. */
record WhereToLook(Distribution distribution, PortOptions ports, Externals externals) {

    String text() {
        return """

                Where to look
                  submit         http://localhost:%1$d/swagger-ui.html
                  lists          http://localhost:%2$d/api/tickets   (http://localhost:%2$d/swagger-ui.html)
                  mails          %3$s
                  queues         ./navette read tickets-business-service%7$s
                  broker         %4$s
                  registry       %5$s

                Try it
                %6$s
                Ctrl-C stops everything; the data stay.
                """
                .formatted(ports.intake, ports.query, mails(), broker(), registry(), example(), options());
    }

    /** Of the commands that look for the local run where it is by default, or where the environment says. */
    private String options() {
        return (externals.broker() || ports.broker == 9092 ? "" : " --bootstrap " + broker())
                + (externals.registry() || ports.registry == 8081 ? "" : " --registry " + registry());
    }

    private String mails() {
        return externals.smtp() ? "(at the server of SMTP_HOST)" : "http://localhost:" + ports.mails;
    }

    private String broker() {
        return externals.broker() ? "(KAFKA_BOOTSTRAP_SERVERS)" : "127.0.0.1:" + ports.broker;
    }

    private String registry() {
        return externals.registry()
                ? "(SCHEMA_REGISTRY_URL)"
                : "http://127.0.0.1:" + ports.registry + "/apis/ccompat/v7";
    }

    private String example() {
        return """
                  curl -i http://localhost:%d/api/tickets -H 'Content-Type: application/json' -d '{
                    "category": "issued-invoices", "subCategory": "question-to-invoice-recipient",
                    %s
                    "title": "Date de paiement", "description": "Quand cette facture sera-t-elle payée ?"}'
                """
                .formatted(ports.intake, demoInvoice());
    }

    private String demoInvoice() {
        var objects = distribution.referenceData().resolve("business-objects.csv");
        try (var lines = Files.lines(objects)) {
            // id,type,number,year,issuerScheme,issuerValue,state,…
            return lines.map(line -> line.split(","))
                    .filter(columns -> columns.length > 6 && columns[1].equals("invoice") && columns[6].equals("sent"))
                    .findFirst()
                    .map(columns ->
                            """
                            "object": {"number": "%s"},
                                "issuer": {"organisation": {"scheme": "%s", "value": "%s"}, "email": "camille@supplier.example"},"""
                                    .formatted(columns[2], columns[4], columns[5]))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
