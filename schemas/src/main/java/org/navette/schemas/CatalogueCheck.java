package org.navette.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.schemas.Catalogue.Category;
import org.navette.schemas.Catalogue.DestinationName;
import org.navette.schemas.Catalogue.Entry;
import org.navette.schemas.Catalogue.Label;
import org.navette.schemas.Catalogue.ObjectRule;
import org.navette.schemas.Catalogue.ObjectType;
import org.navette.schemas.Catalogue.SubCategory;

/** Looks whether a catalogue makes sense. An operator edits it by hand: each message names the entry at fault. */
final class CatalogueCheck {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final Pattern BUSINESS_MARK = Pattern.compile("M ?- ?.*");

    private final Set<String> objectTypes = new HashSet<>();

    private CatalogueCheck() {}

    /** @throws IllegalArgumentException at the first entry that is wrong */
    static void check(@Nullable CatalogueFile file) {
        require(file != null, "the file", "there is nothing in it");
        CatalogueCheck check = new CatalogueCheck();
        int place = 0;
        for (ObjectType type : listed("the file", "objectTypes", file.objectTypes())) {
            named("object type ", ++place, type, check.objectTypes);
        }
        Set<String> categories = new HashSet<>();
        place = 0;
        for (Category category : listed("the file", "categories", file.categories())) {
            check.subCategories(named("category ", ++place, category, categories), category);
        }
    }

    private void subCategories(String name, Category category) {
        Set<String> codes = new HashSet<>();
        int place = 0;
        for (SubCategory sub : listed(name, "subCategories", category.subCategories())) {
            needs(named(category.code() + " / ", ++place, sub, codes), sub);
        }
    }

    private void needs(String name, SubCategory sub) {
        require(sub.destination() != null, name, "its destination must be technical-support or business-service");
        boolean business = sub.destination() == DestinationName.BUSINESS_SERVICE;
        for (String label : List.of(sub.label().fr(), sub.label().en())) {
            require(
                    BUSINESS_MARK.matcher(label).matches() == business,
                    name,
                    "a label begins with M- just where a business service answers");
        }
        ObjectRule object = sub.object();
        require(object == null || !sub.recipient(), name, "needs an object or a recipient, not both");
        require(
                (object != null || sub.recipient()) == business,
                name,
                "a business service is found by an object or a recipient, technical support by neither");
        require(object == null || objectTypes.contains(object.type()), name, "its object type is not listed");
    }

    private static <T> List<T> listed(String name, String what, @Nullable List<T> list) {
        require(list != null && !list.isEmpty(), name, "its " + what + " are missing");
        return list;
    }

    /** @return what messages call the entry: by its code, or by its place where it has none */
    private static String named(String kind, int place, @Nullable Entry entry, Set<String> codes) {
        require(
                entry != null
                        && entry.code() != null
                        && CODE.matcher(entry.code()).matches(),
                kind + "number " + place,
                "its code must be 1 to 100 letters, digits, - and _, a letter or digit first");
        String name = kind + entry.code();
        require(codes.add(entry.code()), name, "stands twice");
        Label label = entry.label();
        require(
                label != null && isText(label.fr()) && isText(label.en()),
                name,
                "a label is missing: it needs fr and en");
        require(entry.origin() != null, name, "its origin must be guide or ours");
        return name;
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw new IllegalArgumentException("catalogue: " + name + ": " + what);
        }
    }
}
