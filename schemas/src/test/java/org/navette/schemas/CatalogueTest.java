package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.messages.Destination;
import org.navette.messages.Requirement;
import org.navette.schemas.Catalogue.Origin;

class CatalogueTest {

    private static final String SMALL =
            """
            objectTypes:
              - code: invoice
                label: { fr: Facture, en: Invoice }
                origin: guide
            categories:
              - code: c
                label: { fr: C, en: C }
                origin: guide
                subCategories:
                  - code: s
                    label: { fr: S, en: S }
                    destination: technical-support
                    origin: ours
            """;

    private static final String SUPPORT = "{ fr: S, en: S }\n        destination: technical-support";
    private static final String BUSINESS = "{ fr: M-S, en: M-S }\n        destination: business-service\n        ";
    private static final String OBJECT = "object: { type: lorry, preset: true }\n        ";

    private final Catalogue catalogue =
            Catalogue.read(Objects.requireNonNull(Catalogue.class.getResourceAsStream("/catalogue.yaml")));

    @Test
    void knows_the_couples_of_the_guide() {
        assertThat(requirement("issued-invoices", "question-to-invoice-recipient"))
                .isEqualTo(Requirement.BUSINESS_OBJECT);
        assertThat(requirement("issued-invoices", "question-to-public-entity"))
                .isEqualTo(Requirement.RECIPIENT_ORGANISATION);
        assertThat(requirement("tic-refund", "question-on-rejected-claim")).isEqualTo(Requirement.BUSINESS_OBJECT);
        assertThat(requirement("court-fees", "revision-of-statement-amount")).isEqualTo(Requirement.BUSINESS_OBJECT);
        assertThat(requirement("connection", "locked-account")).isEqualTo(Requirement.NOTHING);
    }

    @Test
    void says_where_each_entry_comes_from() {
        assertThat(catalogue.objectTypes())
                .extracting(Catalogue.ObjectType::origin)
                .containsOnly(Origin.GUIDE);
        assertThat(catalogue.categories())
                .extracting(Catalogue.Category::origin)
                .containsOnly(Origin.GUIDE, Origin.OURS);
        assertThat(catalogue.categories())
                .flatMap(Catalogue.Category::subCategories)
                .extracting(Catalogue.SubCategory::origin)
                .containsOnly(Origin.GUIDE, Origin.OURS);
    }

    @Test
    void gives_a_ticket_its_labels_in_both_languages() {
        var classification = catalogue
                .couple("tic-refund", "question-on-rejected-claim")
                .orElseThrow()
                .classification();

        assertThat(classification.getDestination()).isEqualTo(Destination.BUSINESS_SERVICE);
        assertThat(classification.getCategoryLabel().getFr()).isEqualTo("Remboursement TIC");
        assertThat(classification.getSubCategoryLabel().getEn()).startsWith("M-");
    }

    @Test
    void has_no_couple_of_a_category_with_another_ones_sub_category() {
        assertThat(catalogue.couple("connection", "question-on-rejected-claim")).isEmpty();
        assertThat(catalogue.hasCategory("connection")).isTrue();
        assertThat(catalogue.hasCategory("weather")).isFalse();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("invoice", "_x", "object type number 1: its code must be"),
                arguments("fr: Facture, ", "", "object type invoice: a label is missing"),
                arguments("guide", "mine", "object type invoice: its origin must be guide or ours"),
                arguments("code: c", "code: a/b", "category number 1: its code must be"),
                arguments("fr: C, en: C", "fr: C, en: ' '", "category c: a label is missing"),
                arguments("en: C }\n    origin: guide", "en: C }", "category c: its origin must be guide or ours"),
                arguments("code: s", "code: ''", "c / number 1: its code must be"),
                arguments("fr: S, ", "", "c / s: a label is missing"),
                arguments("label: { fr: S, en: S }", "label:", "c / s: a label is missing"),
                arguments("ours", "theirs", "c / s: its origin must be guide or ours"),
                arguments("technical-support", "somewhere", "c / s: its destination must be technical-support or"),
                arguments("destination: technical-support", "", "c / s: its destination must be technical-support or"),
                arguments("objectTypes:", "x:", "catalogue: x is unknown or"),
                arguments(SMALL, "categories: []", "the file: its objectTypes are missing"),
                arguments("categories:\n", "categories:\n  -\n", "category number 1: its code must be"),
                arguments("fr: S, en: S", "fr: M-S, en: M-S", "c / s: a label begins with M- just where"),
                arguments(SUPPORT, BUSINESS, "c / s: a business service is found by an object or a recipient"),
                arguments(SUPPORT, BUSINESS + OBJECT + "recipient: true", "c / s: needs an object or a recipient"),
                arguments(SUPPORT, BUSINESS + OBJECT, "c / s: its object type is not listed"),
                arguments("label: { fr: S, en: S }", "label: S", "categories[0].subCategories[0].label is unknown or"),
                arguments("destination:", "destinatoin:", "categories[0].subCategories[0].destinatoin is"),
                arguments("fr: S, en: S }", "fr: S, en: S", "catalogue: not YAML at line 12"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void is_refused_in_one_line_that_names_the_entry(String right, String wrong, String why) {
        assertRefused(SMALL.replaceFirst(Pattern.quote(right), wrong), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objectTypes", "categories", "subCategories"})
    void is_refused_where_a_list_is_missing(String list) {
        assertRefused(
                SMALL.replaceFirst(list + ":(\n +.*)*?(?=\n[a-z]|\n$)", list + ": []"), "its " + list + " are missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "~", "a: b", "- a"})
    void is_refused_where_it_is_something_else(String file) {
        assertRefused(file, "catalogue: ");
    }

    @Test
    void is_refused_where_an_entry_stands_twice() {
        String again = SMALL.substring(SMALL.indexOf("      - code: s"));

        assertRefused(SMALL + again, "c / s: stands twice");
        assertRefused(SMALL + SMALL.substring(SMALL.indexOf("  - code: c")), "category c: stands twice");
    }

    private Requirement requirement(String category, String subCategory) {
        return catalogue.couple(category, subCategory).orElseThrow().requirement();
    }

    private static void assertRefused(String yaml, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .satisfies(e -> assertThat(e.getMessage()).contains(why).doesNotContain("\n"));
    }
}
