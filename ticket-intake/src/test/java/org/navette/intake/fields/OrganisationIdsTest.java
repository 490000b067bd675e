package org.navette.intake.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationIdsTest {

    @ParameterizedTest
    @CsvSource({
        "SIRET, 99007919600038",
        "SIRET, 35600000000048",
        "SIRET, 35600000000100",
        "EU_VAT, DE999999999",
        "EU_VAT, FRXX999999999",
        "RIDET, 9999999001",
        "TAHITI, Z99999001",
        "TAHITI, Z99999",
        "OTHER, CA-999999999"
    })
    void identifiersThatAreWrittenAsTheirSchemeDemands(String scheme, String value) {
        assertThat(OrganisationIds.isWellFormed(scheme, value)).contains(true);
    }

    @ParameterizedTest
    @CsvSource({
        "SIRET, 99007919600039",
        "SIRET, 9900791960003",
        "SIRET, 990079196000380",
        "SIRET, 35600000000101",
        "SIRET, ٩٩٠٠٧٩١٩٦٠٠٠٣٨",
        "EU_VAT, 12DE",
        "EU_VAT, de999999999",
        "RIDET, 12345678",
        "TAHITI, Z9999900",
        "OTHER, a:b",
        "OTHER, a|b",
        "OTHER, a/b"
    })
    void identifiersThatAreNot(String scheme, String value) {
        assertThat(OrganisationIds.isWellFormed(scheme, value)).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"siret, 99007919600038", "SIREN, 990079196"})
    void schemesThatNobodyKnows(String scheme, String value) {
        assertThat(OrganisationIds.isWellFormed(scheme, value)).isEmpty();
    }
}
