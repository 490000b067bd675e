package org.navette.router.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.messages.BusinessObject;
import org.navette.messages.internal.IssuedObjects;

/** Keeps the objects of one issuing organisation under one number together. */
final class Regrouping {

    private static final Comparator<BusinessObject> LATEST_FIRST =
            Comparator.comparing(BusinessObject::getYear).reversed().thenComparing(BusinessObject::getId);

    /**
     * Far more than years and types that may share one. All of them are read and written for each that comes, and must fit
     * into one message: without a limit, one number could stop its partition for ever.
     */
    static final int MOST_UNDER_ONE_NUMBER = 500;

    private Regrouping() {}

    static IssuedObjects none() {
        return new IssuedObjects(List.of());
    }

    static IssuedObjects with(IssuedObjects before, BusinessObject object) {
        List<BusinessObject> objects = others(before, object);
        if (objects.size() == MOST_UNDER_ONE_NUMBER) {
            throw new PoisonRecordException("more than " + MOST_UNDER_ONE_NUMBER + " objects under one number");
        }
        objects.add(object);
        objects.sort(LATEST_FIRST);
        return new IssuedObjects(objects);
    }

    /** Null where nothing is left, so that the key leaves the store. */
    static @Nullable IssuedObjects without(IssuedObjects before, BusinessObject object) {
        List<BusinessObject> objects = others(before, object);
        return objects.isEmpty() ? null : new IssuedObjects(objects);
    }

    private static List<BusinessObject> others(IssuedObjects before, BusinessObject object) {
        List<BusinessObject> others = new ArrayList<>(before.getObjects());
        others.removeIf(other -> other.getId().equals(object.getId()));
        return others;
    }
}
