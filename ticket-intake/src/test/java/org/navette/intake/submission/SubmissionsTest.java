package org.navette.intake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.navette.intake.submission.SubmissionForm.ANONYMOUS;
import static org.navette.intake.submission.SubmissionForm.CONNECTED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.intake.SubmissionMother;
import org.navette.intake.fields.MalformedJson;
import org.navette.messages.Requirement;
import org.navette.schemas.Catalogue;
import tools.jackson.databind.node.ObjectNode;

class SubmissionsTest {

    private final Submissions submissions =
            new Submissions(Catalogue.read(Catalogue.class.getResourceAsStream("/catalogue.yaml")));

    @Test
    void aTechnicalTicketNeedsNoMore() throws MalformedJson {
        Submission submission = fine(SubmissionMother.technical(), CONNECTED);

        assertThat(submission.classification().getRequirement()).isEqualTo(Requirement.NOTHING);
        assertThat(submission.issuer().getConnected()).isTrue();
        assertThat(submission.object()).isNull();
        assertThat(submission.recipient()).isNull();
    }

    @Test
    void aPresetObjectTypeMayBeLeftOut() throws MalformedJson {
        assertThat(fine(SubmissionMother.aboutInvoice(), CONNECTED).object().getType())
                .isEqualTo("invoice");
    }

    @Test
    void anObjectTypeThatIsNotPresetMayNot() throws MalformedJson {
        ObjectNode submission = SubmissionMother.aboutRefundClaim();
        submission.remove("object");

        assertThat(errors(submission, CONNECTED))
                .containsExactlyInAnyOrder("object.type object-type-missing", "object.number object-number-missing");
    }

    @Test
    void aTypeThatDoesNotSuitTheSubCategoryIsRefused() throws MalformedJson {
        ObjectNode submission = SubmissionMother.aboutRefundClaim();
        submission.withObject("/object").put("type", "invoice");

        assertThat(errors(submission, CONNECTED)).containsExactly("object.type not-allowed");
    }

    @Test
    void aRecipientsSchemeIsSiretUnlessItIsGiven() throws MalformedJson {
        assertThat(fine(SubmissionMother.toPublicEntity(), CONNECTED)
                        .recipient()
                        .getOrganisation()
                        .getScheme())
                .isEqualTo("SIRET");
    }

    @Test
    void whatTheSubCategoryDoesNotNeedIsRefused() throws MalformedJson {
        ObjectNode submission = SubmissionMother.aboutInvoice();
        submission.putObject("recipient").putObject("organisation").put("value", "99015838800126");

        assertThat(errors(submission, CONNECTED)).containsExactly("recipient not-allowed");
    }

    @Test
    void anonymousTicketsAreTechnical() throws MalformedJson {
        ObjectNode submission = SubmissionMother.anonymous();
        submission.put("category", "issued-invoices").put("subCategory", "question-to-invoice-recipient");

        assertThat(errors(submission, ANONYMOUS)).containsExactly("subCategory not-allowed");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws MalformedJson {
        ObjectNode submission = SubmissionMother.technical();
        submission.put("category", "nonsense").put("title", "x".repeat(201)).put("colour", "blue");
        submission.put("description", 5).put("language", "de");
        submission.withObject("/issuer").put("email", "a@b.example\r\nBcc: c@d.example");
        submission.withObject("/issuer/organisation").put("value", "99007919600039");

        assertThat(errors(submission, CONNECTED))
                .containsExactlyInAnyOrder(
                        "category unknown",
                        "title too-long",
                        "colour unknown-field",
                        "description malformed",
                        "language unknown",
                        "issuer.email forbidden-character",
                        "issuer.organisation.value malformed");
    }

    @Test
    void whatIsGivenIsCheckedAlsoWhereTheSubCategoryIsUnknown() throws MalformedJson {
        ObjectNode submission = SubmissionMother.technical();
        submission.put("subCategory", "nonsense");
        submission.putObject("object").put("type", "nonsense").put("number", "a b");
        submission.putObject("recipient").putObject("organisation").put("value", "99007919600039");

        assertThat(errors(submission, CONNECTED))
                .containsExactlyInAnyOrder(
                        "subCategory unknown",
                        "object.type unknown",
                        "object.number malformed",
                        "recipient.organisation.value malformed");
    }

    @Test
    void anEmptyObjectMissesEverythingThatIsRequired() throws MalformedJson {
        assertThat(errors("{}", CONNECTED))
                .containsExactlyInAnyOrder(
                        "category required",
                        "subCategory required",
                        "title required",
                        "description required",
                        "issuer.organisation.scheme required",
                        "issuer.organisation.value required",
                        "issuer.email required");
    }

    @Test
    void textStaysAsItWasTyped() throws MalformedJson {
        String text = "  « Où ? »\r\n\têtre 👩‍👩‍👧‍👦 \"\\ <b> & é\n".repeat(10);
        ObjectNode submission = SubmissionMother.technical().put("description", text);

        assertThat(fine(submission, CONNECTED).description()).isEqualTo(text);
    }

    @Test
    void lengthsAreCountedInCodePoints() throws MalformedJson {
        String longest = "😀".repeat(10_000);

        assertThat(fine(SubmissionMother.technical().put("description", longest), CONNECTED)
                        .description())
                .isEqualTo(longest);
        assertThat(errors(SubmissionMother.technical().put("description", longest + "!"), CONNECTED))
                .containsExactly("description too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u007f", "\\u0085", "\\ud83d", "\\ude00", "\\ude00\\ud83d"})
    void whatCannotBeMailedIsRefused(String escaped) throws MalformedJson {
        String json = SubmissionMother.technical().toString().replace("blanche", "blan" + escaped + "che");

        assertThat(errors(json, CONNECTED)).containsExactly("description forbidden-character");
    }

    @Test
    void aTitleIsOneLine() throws MalformedJson {
        assertThat(errors(SubmissionMother.technical().put("title", "a\nb"), CONNECTED))
                .containsExactly("title forbidden-character");
    }

    @Test
    void aFieldThatIsGivenTwiceIsRefused() throws MalformedJson {
        String json = SubmissionMother.technical().toString().replaceFirst("\\{", "{\"title\":\"x\",");

        assertThat(errors(json, CONNECTED)).containsExactly("title repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":}", "{} {}", "{\"title\":\"\u0001\"}", "{\"a\":1}x"})
    void whatIsNoJsonObjectIsToldWithItsPlace(String text) {
        assertThatThrownBy(() -> errors(text, CONNECTED)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void deepNestingDoesNoHarm() {
        assertThatThrownBy(() -> errors("{\"a\":" + "[".repeat(10_000), CONNECTED))
                .isInstanceOf(MalformedJson.class);
    }

    private Submission fine(ObjectNode json, SubmissionForm form) throws MalformedJson {
        CheckedSubmission checked = read(json.toString(), form);
        assertThat(checked).as(checked.toString()).isInstanceOf(CheckedSubmission.Fine.class);
        return ((CheckedSubmission.Fine) checked).submission();
    }

    private List<String> errors(ObjectNode json, SubmissionForm form) throws MalformedJson {
        return errors(json.toString(), form);
    }

    private List<String> errors(String json, SubmissionForm form) throws MalformedJson {
        return ((CheckedSubmission.Wrong) read(json, form))
                .errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList();
    }

    private CheckedSubmission read(String json, SubmissionForm form) throws MalformedJson {
        byte[] bytes = json.getBytes(UTF_8);
        return submissions.read(bytes, 0, bytes.length, form, "fr");
    }
}
