package org.navette.bench.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.navette.schemas.Catalogue;
import tools.jackson.databind.json.JsonMapper;

class SubmissionsTest {

    private static final String MAILS = "bench.example";

    @Test
    void theSameSeedMakesTheSameBodies() {
        assertThat(Submissions.bodies(7, 50, MAILS)).containsExactlyElementsOf(Submissions.bodies(7, 50, MAILS));
        assertThat(Submissions.bodies(7, 50, MAILS)).isNotEqualTo(Submissions.bodies(8, 50, MAILS));
    }

    @Test
    void eachIsALineOfTheCataloguesCouples() {
        var catalogue = Catalogue.read(Catalogue.class.getResourceAsStream("/catalogue.yaml"));

        assertThat(Submissions.bodies(1, 500, MAILS)).allSatisfy(body -> {
            assertThat(body).doesNotContain((byte) '\n');
            var json = JsonMapper.shared().readTree(body);
            var couple = catalogue.couple(
                    json.get("category").asString(), json.get("subCategory").asString());
            assertThat(couple).isPresent();
            assertThat(json.has("object") || json.has("recipient"))
                    .isNotEqualTo(couple.orElseThrow().isTechnical());
            assertThat(json.get("title").asString()).hasSizeLessThan(200);
        });
    }
}
