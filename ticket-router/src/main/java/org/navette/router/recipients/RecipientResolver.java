package org.navette.router.recipients;

import static org.navette.router.recipients.Judgement.accepted;
import static org.navette.router.recipients.Judgement.refused;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.messages.BusinessObject;
import org.navette.messages.Destination;
import org.navette.messages.ObjectRecipient;
import org.navette.messages.ObjectState;
import org.navette.messages.Organisation;
import org.navette.messages.Recipient;
import org.navette.messages.RecipientRequest;
import org.navette.messages.Service;

/** Finds who must answer a ticket. */
public final class RecipientResolver {

    /** By id where the year is the same, so that a replay finds the same object. */
    private static final Comparator<BusinessObject> LATEST =
            Comparator.comparing(BusinessObject::getYear).thenComparing(BusinessObject::getId);

    private RecipientResolver() {}

    public static Recipient technicalSupport() {
        return new Recipient(Destination.TECHNICAL_SUPPORT, null, null, null, null);
    }

    /**
     * The recipient of the object that a ticket is about; the issuer has no say in it.
     *
     * @param type of the object, as the issuer named it
     * @param sameNumber what the issuing organisation, and no other, has under the number that the issuer named: anything
     *     of another organisation in it would be given away by the refusal's code
     */
    public static Judgement byObject(String type, List<BusinessObject> sameNumber) {
        if (sameNumber.isEmpty()) {
            return refused(Refusal.OBJECT_NOT_FOUND);
        }
        return sameNumber.stream()
                .filter(object -> object.getType().equals(type))
                .max(LATEST)
                .map(RecipientResolver::recipientOf)
                .orElse(refused(Refusal.OBJECT_TYPE_MISMATCH));
    }

    /**
     * The recipient that somebody asked for.
     *
     * @param organisation the directory's entry for it, null where there is none
     */
    public static Judgement byRequest(RecipientRequest request, @Nullable Organisation organisation) {
        if (organisation == null) {
            return refused(Refusal.RECIPIENT_UNKNOWN);
        }
        if (!organisation.getActive() || !organisation.getReceivesTickets()) {
            return refused(Refusal.RECIPIENT_UNSUITABLE);
        }
        String wanted = request.getService();
        if (wanted == null) {
            return organisation.getServiceRequired()
                    ? refused(Refusal.SERVICE_REQUIRED)
                    : accepted(recipient(organisation, null));
        }
        return service(organisation, wanted)
                .map(service -> service.getActive()
                        ? accepted(recipient(organisation, service))
                        : refused(Refusal.SERVICE_UNSUITABLE))
                .orElse(refused(Refusal.SERVICE_UNKNOWN));
    }

    private static Judgement recipientOf(BusinessObject object) {
        ObjectRecipient initial = object.getInitialRecipient();
        boolean sentBack = object.getState() == ObjectState.REJECTED && initial != null;
        ObjectRecipient recipient = sentBack ? initial : object.getRecipient();
        if (recipient == null) {
            return refused(Refusal.OBJECT_RECIPIENT_UNKNOWN);
        }
        return accepted(new Recipient(
                Destination.BUSINESS_SERVICE,
                recipient.getOrganisation(),
                recipient.getOrganisationName(),
                recipient.getService(),
                recipient.getServiceName()));
    }

    private static Optional<Service> service(Organisation organisation, String code) {
        return organisation.getServices().stream()
                .filter(service -> service.getCode().equals(code))
                .findFirst();
    }

    private static Recipient recipient(Organisation organisation, @Nullable Service service) {
        return new Recipient(
                Destination.BUSINESS_SERVICE,
                organisation.getId(),
                organisation.getName(),
                service == null ? null : service.getCode(),
                service == null ? null : service.getName());
    }
}
