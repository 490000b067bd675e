package org.navette.schemas;

import java.io.InputStream;
import java.util.List;
import org.navette.schemas.Catalogue.Category;
import org.navette.schemas.Catalogue.ObjectType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A catalogue as it is written, before anybody looked whether it makes sense: anything may be null. */
record CatalogueFile(List<ObjectType> objectTypes, List<Category> categories) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // The check knows the entry's name, and says which words there are.
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    static CatalogueFile read(InputStream yaml) {
        try {
            return YAML.readValue(yaml, CatalogueFile.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("catalogue: " + reason(e), e);
        }
    }

    /** Jackson's own words are about Java classes, which an operator need not know. */
    private static String reason(JacksonException e) {
        if (e instanceof StreamReadException && e.getLocation() != null) {
            return "not YAML at line " + e.getLocation().getLineNr();
        }
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "there is nothing" : path + " is unknown or has another form";
    }
}
