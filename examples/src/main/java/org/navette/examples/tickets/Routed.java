package org.navette.examples.tickets;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.navette.examples.tickets.ReferenceData.BusinessObject;
import org.navette.examples.tickets.ReferenceData.Organisation;
import org.navette.examples.tickets.ReferenceData.Service;
import org.navette.schemas.Catalogue.Couple;
import org.navette.schemas.Catalogue.ObjectRule;

/** Tickets that reach a business service. */
final class Routed {

    private final List<Couple> byObject;
    private final List<Couple> byRecipient;
    private final Map<String, List<BusinessObject>> objects;
    private final List<Organisation> recipients;

    Routed(List<Couple> couples, ReferenceData data) {
        this.byObject =
                couples.stream().filter(c -> c.subCategory().object() != null).toList();
        this.byRecipient =
                couples.stream().filter(c -> c.subCategory().recipient()).toList();
        this.objects = data.objects(object -> object.recipient() != null).stream()
                .collect(Collectors.groupingBy(BusinessObject::type));
        this.recipients = data.organisations(Organisation::isSuitable);
    }

    Expected byObject(Consumer<Couple> named, Draft draft, Dice dice) {
        Couple couple = dice.pick(byObject);
        named.accept(couple);
        ObjectRule rule = Objects.requireNonNull(couple.subCategory().object());
        BusinessObject object = dice.pick(objects.get(rule.type()));
        TicketGenerator.about(draft, object);
        if (!rule.preset() || dice.once(2)) {
            draft.with("object.type", rule.type());
        }
        return Expected.businessService(Objects.requireNonNull(object.recipient()));
    }

    Expected byRecipient(Consumer<Couple> named, Draft draft, Dice dice) {
        named.accept(dice.pick(byRecipient));
        Organisation recipient = dice.pick(recipients);
        List<Service> active =
                recipient.services().stream().filter(Service::active).toList();
        draft.with("recipient.organisation.scheme", recipient.scheme())
                .with("recipient.organisation.value", recipient.value());
        String service = "";
        if (!active.isEmpty() && (recipient.serviceRequired() || dice.once(2))) {
            service = dice.pick(active).code();
            draft.with("recipient.service", service);
        }
        return Expected.businessService(ReferenceData.key(recipient.scheme(), recipient.value(), service));
    }
}
