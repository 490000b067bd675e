package org.navette.intake.catalogue;

import java.util.List;
import org.navette.schemas.Catalogue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a ticket can be about, and what each sub-category needs. */
@RestController
class CatalogueController {

    private final View view;

    CatalogueController(Catalogue catalogue) {
        view = new View(catalogue.objectTypes(), catalogue.categories());
    }

    record View(List<Catalogue.ObjectType> objectTypes, List<Catalogue.Category> categories) {}

    @GetMapping("/api/catalogue")
    View catalogue() {
        return view;
    }
}
