package org.navette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.navette.messages.Destination;
import org.navette.messages.Requirement;

class CatalogueTest {

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
        assertThat(catalogue.categories())
                .flatMap(Catalogue.Category::subCategories)
                .extracting(Catalogue.SubCategory::origin)
                .containsOnly("guide", "ours");
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

    @Test
    void is_refused_where_a_label_contradicts_the_destination() {
        assertRefused(
                "{ fr: M-Question, en: M-Question }, destination: technical-support, origin: ours",
                "c / s: a label begins with M- just where a business service answers");
    }

    @Test
    void is_refused_where_a_business_service_could_not_be_found() {
        assertRefused(
                "{ fr: M-Question, en: M-Question }, destination: business-service, origin: ours",
                "c / s: a business service is found by an object or a recipient");
    }

    @Test
    void is_refused_where_an_object_type_is_not_listed() {
        assertRefused(
                "{ fr: M-Q, en: M-Q }, destination: business-service, object: { type: lorry, preset: true }, origin: ours",
                "c / s: its object type is not listed");
    }

    @Test
    void is_refused_where_a_label_is_missing() {
        assertRefused("{ fr: Question }, destination: technical-support, origin: ours", "c / s: a label is missing");
    }

    @Test
    void is_refused_where_a_word_is_unknown() {
        assertRefused("{ fr: Q, en: Q }, destination: somewhere, origin: ours", "somewhere");
    }

    private Requirement requirement(String category, String subCategory) {
        return catalogue.couple(category, subCategory).orElseThrow().requirement();
    }

    private static void assertRefused(String subCategory, String why) {
        String yaml =
                """
                objectTypes: [ { code: invoice, label: { fr: Facture, en: Invoice } } ]
                categories:
                  - code: c
                    label: { fr: C, en: C }
                    subCategories: [ { code: s, label: %s } ]
                """
                        .formatted(subCategory);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining(why);
    }
}
