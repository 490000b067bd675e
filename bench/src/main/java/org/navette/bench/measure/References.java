package org.navette.bench.measure;

import java.net.URI;
import org.navette.bench.stack.Http;
import org.navette.bench.ticket.ReferenceData;

/** Loads the organisations and business objects that submissions name. */
public final class References {

    private References() {}

    public static void load(URI intake) {
        Http.post(intake.resolve("/api/reference-data/organisations"), "text/csv", ReferenceData.organisationsCsv());
        Http.post(
                intake.resolve("/api/reference-data/business-objects"), "text/csv", ReferenceData.businessObjectsCsv());
    }
}
