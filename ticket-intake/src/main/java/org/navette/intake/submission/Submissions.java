package org.navette.intake.submission;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.intake.fields.FieldChecks;
import org.navette.intake.fields.FieldError;
import org.navette.intake.fields.Fields;
import org.navette.intake.fields.JsonFields;
import org.navette.intake.fields.MalformedJson;
import org.navette.intake.fields.OrganisationIds;
import org.navette.messages.Issuer;
import org.navette.messages.ObjectReference;
import org.navette.messages.OrganisationId;
import org.navette.messages.RecipientRequest;
import org.navette.schemas.Catalogue;
import org.navette.schemas.Catalogue.Couple;
import org.navette.schemas.Catalogue.ObjectRule;

/** Reads submissions and checks all that can be checked without asking anyone. */
public final class Submissions {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 10_000;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_CODE = 100;
    static final int LONGEST_USER = 254;

    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    private final Catalogue catalogue;
    private final Set<String> objectTypes;
    private final JsonFields reader = new JsonFields();

    public Submissions(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.objectTypes = catalogue.objectTypes().stream()
                .map(Catalogue.ObjectType::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param json holds the text in UTF-8
     * @param length how many of its bytes are the text
     * @param language of the e-mails where the submission names none: fr or en
     */
    public CheckedSubmission read(byte[] json, int offset, int length, SubmissionForm form, String language)
            throws MalformedJson {
        Fields fields = reader.read(json, offset, length, form.form());
        FieldChecks checks = new FieldChecks(fields);
        Couple couple = couple(fields, checks, form);
        String title = checks.required("title", LONGEST_TITLE);
        String description = checks.requiredLines("description", LONGEST_DESCRIPTION);
        String mailLanguage = language(fields, language);
        Issuer issuer =
                form == SubmissionForm.CONNECTED ? connected(checks, mailLanguage) : anonymous(checks, mailLanguage);
        if (couple == null) {
            checkWhatIsGiven(fields, checks);
        }
        ObjectReference object = couple == null ? null : object(fields, checks, couple);
        RecipientRequest recipient = couple == null ? null : recipient(fields, checks, couple);
        if (!fields.areFine()) {
            return new CheckedSubmission.Wrong(fields.errors());
        }
        return new CheckedSubmission.Fine(
                new Submission(
                        Objects.requireNonNull(couple).classification(),
                        object,
                        issuer,
                        Objects.requireNonNull(title),
                        Objects.requireNonNull(description),
                        recipient),
                fields::inOrder);
    }

    private @Nullable Couple couple(Fields fields, FieldChecks checks, SubmissionForm form) {
        String category = checks.required("category", LONGEST_CODE);
        String subCategory = checks.required("subCategory", LONGEST_CODE);
        if (category != null && !catalogue.hasCategory(category)) {
            fields.add(FieldError.of("category", "unknown"));
            return null;
        }
        if (category == null || subCategory == null) {
            return null;
        }
        Optional<Couple> couple = catalogue.couple(category, subCategory);
        if (couple.isEmpty()) {
            fields.add(FieldError.of("subCategory", "unknown"));
        } else if (form == SubmissionForm.ANONYMOUS && !couple.get().isTechnical()) {
            fields.add(FieldError.detailed("subCategory", "not-allowed", "anonymous"));
            return null;
        }
        return couple.orElse(null);
    }

    private static String language(Fields fields, String otherwise) {
        String language = fields.get("language");
        if (language == null) {
            return otherwise;
        }
        if (!LANGUAGES.contains(language)) {
            fields.add(FieldError.of("language", "unknown"));
        }
        return language;
    }

    private static Issuer connected(FieldChecks checks, String language) {
        OrganisationId organisation = checks.organisation("issuer.organisation", null);
        String name = checks.optional("issuer.organisationName", LONGEST_NAME);
        String service = checks.optional("issuer.service", LONGEST_CODE);
        String user = checks.optional("issuer.user", LONGEST_USER);
        return new Issuer(true, organisation, name, service, user, checks.email("issuer.email"), language);
    }

    private static Issuer anonymous(FieldChecks checks, String language) {
        return new Issuer(false, null, null, null, null, checks.email("email"), language);
    }

    private @Nullable ObjectReference object(Fields fields, FieldChecks checks, Couple couple) {
        ObjectRule rule = couple.subCategory().object();
        if (rule == null) {
            if (fields.mentions("object")) {
                fields.add(FieldError.of("object", "not-allowed"));
            }
            return null;
        }
        String type = objectType(fields, checks);
        if (type == null && rule.preset()) {
            type = rule.type();
        }
        if (type == null) {
            checks.missing("object.type", "object-type-missing");
        } else if (objectTypes.contains(type) && !type.equals(rule.type())) {
            fields.add(FieldError.detailed("object.type", "not-allowed", "object-type", rule.type()));
        }
        return new ObjectReference(type, objectNumber(checks));
    }

    private @Nullable String objectType(Fields fields, FieldChecks checks) {
        String type = checks.optional("object.type", LONGEST_CODE);
        if (type != null && !objectTypes.contains(type)) {
            fields.add(FieldError.of("object.type", "unknown"));
        }
        return type;
    }

    private static @Nullable String objectNumber(FieldChecks checks) {
        return checks.objectNumber("object.number", "object-number-missing");
    }

    private static @Nullable RecipientRequest recipient(Fields fields, FieldChecks checks, Couple couple) {
        if (!couple.subCategory().recipient()) {
            if (fields.mentions("recipient")) {
                fields.add(FieldError.of("recipient", "not-allowed"));
            }
            return null;
        }
        return recipient(checks);
    }

    private static RecipientRequest recipient(FieldChecks checks) {
        OrganisationId organisation = checks.organisation("recipient.organisation", OrganisationIds.SIRET);
        return new RecipientRequest(organisation, checks.optional("recipient.service", LONGEST_CODE));
    }

    /** Where no couple tells which blocks are needed, those that are there can be wrong by themselves: all errors at once. */
    private void checkWhatIsGiven(Fields fields, FieldChecks checks) {
        if (fields.mentions("object")) {
            objectType(fields, checks);
            objectNumber(checks);
        }
        if (fields.mentions("recipient")) {
            recipient(checks);
        }
    }
}
