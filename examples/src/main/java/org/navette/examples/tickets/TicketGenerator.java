package org.navette.examples.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.navette.examples.tickets.ReferenceData.BusinessObject;
import org.navette.examples.tickets.ReferenceData.Organisation;
import org.navette.schemas.Catalogue;
import org.navette.schemas.Catalogue.Couple;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tickets over the whole catalogue and the demo reference data. Of a hundred, about fifty are technical, twenty about an
 * object, twelve for a recipient that the issuer names, eight are refused by the router and ten not accepted at all.
 */
public final class TicketGenerator {

    private static final int TECHNICAL = 50;
    private static final int BY_OBJECT = TECHNICAL + 20;
    private static final int BY_RECIPIENT = BY_OBJECT + 12;
    private static final int REFUSED = BY_RECIPIENT + 8;
    private static final int UNDELIVERABLE_ONE_IN = 200;
    private static final int ENGLISH_ONE_IN = 5;

    private final ReferenceData data = new ReferenceData();
    private final Texts texts = new Texts();
    private final ObjectMapper json = JsonMapper.shared();
    private final List<Couple> technical;
    private final Routed routed;
    private final Refusals refusals;
    private final Mistakes mistakes;
    private final List<Organisation> suppliers;
    private final long seed;
    private final String run;

    private TicketGenerator(Catalogue catalogue, long seed, String run) {
        List<Couple> couples = catalogue.categories().stream()
                .flatMap(category -> category.subCategories().stream().map(sub -> new Couple(category, sub)))
                .toList();
        this.technical = couples.stream().filter(Couple::isTechnical).toList();
        this.routed = new Routed(couples, data);
        this.refusals = new Refusals(couples, data);
        this.mistakes = new Mistakes(couples);
        this.suppliers = data.organisations(o -> o.active() && !o.receives());
        this.seed = seed;
        this.run = run;
    }

    /**
     * @param seed the same tickets for the same seed
     * @param run a word that stands in every title
     */
    public static TicketGenerator of(long seed, String run) {
        try (InputStream in = Objects.requireNonNull(TicketGenerator.class.getResourceAsStream("/catalogue.yaml"))) {
            return new TicketGenerator(Catalogue.read(in), seed, run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ticket at a place; the same each time. */
    public GeneratedTicket ticket(int index) {
        Dice dice = new Dice(seed, index);
        int kind = dice.upTo(100);
        boolean deliverable = !dice.once(UNDELIVERABLE_ONE_IN);
        Draft draft = draft(index, deliverable, dice);
        if (kind >= REFUSED) {
            Couple couple = dice.pick(technical);
            named(draft, couple, dice);
            return mistakes.make(draft, dice, json);
        }
        Expected expected;
        if (kind < TECHNICAL) {
            named(draft, dice.pick(technical), dice);
            expected = Expected.technicalSupport();
        } else if (kind < BY_OBJECT) {
            expected = routed.byObject(couple -> named(draft, couple, dice), draft, dice);
        } else if (kind < BY_RECIPIENT) {
            expected = routed.byRecipient(couple -> named(draft, couple, dice), draft, dice);
        } else {
            expected = refusals.any(couple -> named(draft, couple, dice), draft, dice);
        }
        return new GeneratedTicket(draft.json(json), expected, deliverable);
    }

    /** Any number of tickets from a place on. */
    public Stream<GeneratedTicket> from(int index) {
        return Stream.iterate(index, i -> i + 1).map(this::ticket);
    }

    private Draft draft(int index, boolean deliverable, Dice dice) {
        Organisation issuer = dice.pick(suppliers);
        return new Draft()
                .with("language", dice.once(ENGLISH_ONE_IN) ? "en" : "fr")
                .with("issuer.organisation.scheme", issuer.scheme())
                .with("issuer.organisation.value", issuer.value())
                .with("issuer.organisationName", issuer.name())
                .with("issuer.user", "user-" + dice.upTo(5_000))
                .with("issuer.email", "issuer-" + index + (deliverable ? "@issuers.example" : "@refused.example"));
    }

    private void named(Draft draft, Couple couple, Dice dice) {
        String category = couple.category().code();
        Texts.Text text = texts.about(category, draft.language(), dice);
        draft.with("category", category)
                .with("subCategory", couple.subCategory().code())
                .with("title", text.title() + " [" + run + "]")
                .with("description", text.description());
    }

    static void about(Draft draft, BusinessObject object) {
        draft.with("issuer.organisation.scheme", object.issuerScheme())
                .with("issuer.organisation.value", object.issuerValue())
                .with("object.number", object.number());
    }
}
