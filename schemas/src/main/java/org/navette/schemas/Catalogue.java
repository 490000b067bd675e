package org.navette.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Requirement;
import org.navette.messages.Wording;

/**
 * The categories, their sub-categories and the types of business objects: a YAML file that an operator edits without a
 * release. {@code catalogue.yaml} in this module is the one that Navette comes with.
 */
public final class Catalogue {

    /** A label in the languages of the interface. */
    public record Label(String fr, String en) {
        private Wording wording() {
            return new Wording(fr, en);
        }
    }

    /** Where an entry comes from. */
    public enum Origin {
        /** The portal's public guide names it. */
        @JsonProperty("guide")
        GUIDE,
        @JsonProperty("ours")
        OURS
    }

    /** What every entry has. */
    interface Entry {
        String code();

        Label label();

        Origin origin();
    }

    /** A type of business object. */
    public record ObjectType(String code, Label label, Origin origin) implements Entry {}

    /**
     * The object that a sub-category is about.
     *
     * @param type code of the only type that suits
     * @param preset whether the form fills the type in, so that a submission may leave it out
     */
    public record ObjectRule(String type, boolean preset) {}

    /** A sub-category. It needs an object, a recipient organisation, or neither. */
    public record SubCategory(
            String code,
            Label label,
            DestinationName destination,
            @Nullable ObjectRule object,
            boolean recipient,
            Origin origin)
            implements Entry {}

    /** A category. */
    public record Category(String code, Label label, Origin origin, List<SubCategory> subCategories) implements Entry {}

    /** The destinations as the file writes them. */
    public enum DestinationName {
        @JsonProperty("technical-support")
        TECHNICAL_SUPPORT,
        @JsonProperty("business-service")
        BUSINESS_SERVICE
    }

    /** A category with one of its sub-categories. */
    public record Couple(Category category, SubCategory subCategory) {

        public boolean isTechnical() {
            return subCategory.destination() == DestinationName.TECHNICAL_SUPPORT;
        }

        public Requirement requirement() {
            if (subCategory.object() != null) {
                return Requirement.BUSINESS_OBJECT;
            }
            return subCategory.recipient() ? Requirement.RECIPIENT_ORGANISATION : Requirement.NOTHING;
        }

        public Classification classification() {
            return new Classification(
                    category.code(),
                    category.label().wording(),
                    subCategory.code(),
                    subCategory.label().wording(),
                    isTechnical() ? Destination.TECHNICAL_SUPPORT : Destination.BUSINESS_SERVICE,
                    requirement());
        }
    }

    private final CatalogueFile file;
    private final Map<String, Category> categories = new HashMap<>();
    private final Map<String, Couple> couples = new HashMap<>();

    private Catalogue(CatalogueFile file) {
        this.file = file;
        for (Category category : file.categories()) {
            categories.put(category.code(), category);
            for (SubCategory sub : category.subCategories()) {
                couples.put(key(category.code(), sub.code()), new Couple(category, sub));
            }
        }
    }

    /**
     * Reads and checks a catalogue.
     *
     * @throws IllegalArgumentException where it is no catalogue; the message, of one line, names the entry at fault and what
     *     is wrong
     */
    public static Catalogue read(InputStream yaml) {
        CatalogueFile file = CatalogueFile.read(yaml);
        CatalogueCheck.check(file);
        return new Catalogue(file);
    }

    public List<Category> categories() {
        return file.categories();
    }

    public List<ObjectType> objectTypes() {
        return file.objectTypes();
    }

    public boolean hasCategory(String code) {
        return categories.containsKey(code);
    }

    public Optional<Couple> couple(String category, String subCategory) {
        return Optional.ofNullable(couples.get(key(category, subCategory)));
    }

    private static String key(String category, String subCategory) {
        return category + "/" + subCategory;
    }
}
