package org.navette.examples.tickets;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.navette.examples.tickets.ReferenceData.BusinessObject;
import org.navette.examples.tickets.ReferenceData.Organisation;
import org.navette.examples.tickets.ReferenceData.Service;
import org.navette.schemas.Catalogue.Couple;

/** Tickets that intake accepts and the router refuses: each of its reasons as often as the others. */
final class Refusals {

    private static final String NUMBER = "object.number";
    private static final String ORGANISATION = "recipient.organisation";
    private static final String SERVICE = "recipient.service";
    private static final String NOBODY = "73282932000074";

    private final List<Couple> byObject;
    private final Couple byRecipient;
    private final ReferenceData data;
    private final List<BusinessObject> withoutRecipient;
    private final List<BusinessObject> any;
    private final List<Organisation> unsuitable;
    private final List<Organisation> demanding;
    private final List<Organisation> suitable;
    private final List<Organisation> withClosedService;

    Refusals(List<Couple> couples, ReferenceData data) {
        this.byObject =
                couples.stream().filter(c -> c.subCategory().object() != null).toList();
        this.byRecipient = couples.stream()
                .filter(c -> c.subCategory().recipient())
                .findFirst()
                .orElseThrow();
        this.data = data;
        this.any = data.objects(object -> true);
        this.withoutRecipient = data.objects(object -> object.recipient() == null);
        this.suitable = data.organisations(Organisation::isSuitable);
        this.unsuitable = data.organisations(o -> o.scheme().equals("SIRET") && !o.isSuitable());
        this.demanding = data.organisations(o -> o.isSuitable() && o.serviceRequired());
        this.withClosedService =
                data.organisations(o -> o.isSuitable() && o.services().stream().anyMatch(s -> !s.active()));
    }

    Expected any(Consumer<Couple> named, Draft draft, Dice dice) {
        int reason = dice.upTo(8);
        if (reason > 2) {
            named.accept(byRecipient);
        }
        return switch (reason) {
            case 0 -> notFound(named, draft, dice);
            case 1 -> otherType(named, draft, dice);
            case 2 -> recipientUnknown(named, draft, dice);
            case 3 -> to(draft, "SIRET", NOBODY, "recipient-unknown");
            case 4 -> to(draft, dice.pick(unsuitable), "recipient-unsuitable");
            case 5 -> {
                to(draft, dice.pick(demanding), "");
                yield Expected.refused(SERVICE, "recipient-service-required");
            }
            case 6 -> {
                to(draft, dice.pick(suitable), "");
                draft.with(SERVICE, "NO-SUCH-SERVICE");
                yield Expected.refused(SERVICE, "recipient-service-unknown");
            }
            default -> {
                Organisation organisation = dice.pick(withClosedService);
                to(draft, organisation, "");
                draft.with(SERVICE, closed(organisation));
                yield Expected.refused(SERVICE, "recipient-service-unsuitable");
            }
        };
    }

    private Expected notFound(Consumer<Couple> named, Draft draft, Dice dice) {
        Couple couple = dice.pick(byObject);
        named.accept(couple);
        TicketGenerator.about(draft, dice.pick(any));
        draft.with(NUMBER, "LOST-" + dice.upTo(1_000_000)).with("object.type", type(couple));
        return Expected.refused(NUMBER, "object-not-found");
    }

    private Expected otherType(Consumer<Couple> named, Draft draft, Dice dice) {
        Couple couple = dice.pick(byObject);
        named.accept(couple);
        BusinessObject object = dice.pick(any);
        while (data.exists(object, type(couple))) {
            object = dice.pick(any);
        }
        TicketGenerator.about(draft, object);
        draft.with("object.type", type(couple));
        return Expected.refused(NUMBER, "object-type-mismatch");
    }

    private Expected recipientUnknown(Consumer<Couple> named, Draft draft, Dice dice) {
        BusinessObject object = dice.pick(withoutRecipient);
        Couple couple = byObject.stream()
                .filter(c -> type(c).equals(object.type()))
                .findFirst()
                .orElseThrow();
        named.accept(couple);
        TicketGenerator.about(draft, object);
        draft.with("object.type", object.type());
        return Expected.refused(NUMBER, "object-recipient-unknown");
    }

    private static Expected to(Draft draft, Organisation organisation, String code) {
        return to(draft, organisation.scheme(), organisation.value(), code);
    }

    private static Expected to(Draft draft, String scheme, String value, String code) {
        draft.with("recipient.organisation.scheme", scheme).with("recipient.organisation.value", value);
        return Expected.refused(ORGANISATION, code);
    }

    private static String closed(Organisation organisation) {
        return organisation.services().stream()
                .filter(service -> !service.active())
                .map(Service::code)
                .findFirst()
                .orElseThrow();
    }

    private static String type(Couple couple) {
        return Objects.requireNonNull(couple.subCategory().object()).type();
    }
}
