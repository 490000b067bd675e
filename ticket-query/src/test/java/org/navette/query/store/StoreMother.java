package org.navette.query.store;

import com.mongodb.client.MongoClient;
import org.navette.query.SettingsMother;

/** A read model with its indexes, without Spring and without a log. */
public final class StoreMother {

    private StoreMother() {}

    /** In the database {@link SettingsMother#DATABASE}. */
    public static Projection projection(MongoClient client) {
        ReadModel model = model(client);
        model.createIndexes();
        return projections().of(model);
    }

    static ReadModel model(MongoClient client) {
        return new ReadModel(client.getDatabase(SettingsMother.DATABASE), "");
    }

    static Projections projections() {
        return new Projections(SettingsMother.settings(), new Interruptions());
    }
}
