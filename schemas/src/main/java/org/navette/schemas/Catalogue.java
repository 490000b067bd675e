package org.navette.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Requirement;
import org.navette.messages.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The categories, their sub-categories and the types of business objects: a YAML file that an operator edits without a
 * release. {@code catalogue.yaml} in this module is the one that Navette comes with.
 */
public final class Catalogue {

    /** A label in the languages of the interface. */
    public record Label(String fr, String en) {
        private boolean isComplete() {
            return fr != null && en != null;
        }

        private Wording wording() {
            return new Wording(fr, en);
        }
    }

    /** A type of business object. */
    public record ObjectType(String code, Label label) {}

    /**
     * The object that a sub-category is about.
     *
     * @param type code of the only type that suits
     * @param preset whether the form fills the type in, so that a submission may leave it out
     */
    public record ObjectRule(String type, boolean preset) {}

    /**
     * A sub-category. It needs an object, a recipient organisation, or neither.
     *
     * @param origin {@code guide} for an entry that the portal's public guide names, {@code ours} for every other
     */
    public record SubCategory(
            String code,
            Label label,
            DestinationName destination,
            @Nullable ObjectRule object,
            boolean recipient,
            String origin) {}

    /** A category. */
    public record Category(String code, Label label, List<SubCategory> subCategories) {}

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

    private record File(List<ObjectType> objectTypes, List<Category> categories) {}

    private final File file;
    private final Map<String, Category> categories = new HashMap<>();
    private final Map<String, Couple> couples = new HashMap<>();

    private Catalogue(File file) {
        this.file = file;
        for (Category category : file.categories()) {
            require(categories.put(category.code(), category) == null, "category " + category.code() + " stands twice");
            for (SubCategory sub : category.subCategories()) {
                Couple couple = new Couple(category, sub);
                require(couples.put(key(category.code(), sub.code()), couple) == null, couple, "stands twice");
                check(couple);
            }
        }
    }

    /**
     * Reads and checks a catalogue.
     *
     * @throws IllegalArgumentException where it is no catalogue; the message names the entry at fault and what is wrong
     */
    public static Catalogue read(InputStream yaml) {
        try {
            YAMLMapper mapper = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
            return new Catalogue(mapper.readValue(yaml, File.class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a catalogue: " + e.getOriginalMessage(), e);
        }
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

    private void check(Couple couple) {
        SubCategory sub = couple.subCategory();
        require(sub.label() != null && sub.label().isComplete(), couple, "a label is missing");
        for (String label : List.of(sub.label().fr(), sub.label().en())) {
            boolean marked = label.matches("M ?- ?.*");
            require(
                    marked != couple.isTechnical(),
                    couple,
                    "a label begins with M- just where a business service answers");
        }
        ObjectRule object = sub.object();
        require(object == null || !sub.recipient(), couple, "needs an object or a recipient, not both");
        require(
                (object != null || sub.recipient()) != couple.isTechnical(),
                couple,
                "a business service is found by an object or a recipient");
        Set<String> types = new HashSet<>();
        file.objectTypes().forEach(type -> types.add(type.code()));
        require(object == null || types.contains(object.type()), couple, "its object type is not listed");
    }

    private static void require(boolean holds, Couple couple, String what) {
        require(holds, couple.category().code() + " / " + couple.subCategory().code() + ": " + what);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("catalogue: " + what);
        }
    }

    private static String key(String category, String subCategory) {
        return category + "/" + subCategory;
    }
}
