package org.navette.query.store;

import com.mongodb.client.MongoClient;
import org.navette.query.SettingsMother;

/** A read model with its indexes, without Spring and without a log. */
public final class StoreMother {

    private StoreMother() {}

    /** In the database {@link SettingsMother#DATABASE}. */
    public static Projection projection(MongoClient client) {
        ReadModel model = new ReadModel(client, SettingsMother.settings());
        model.createIndexes();
        return new Projection(model, new Interruptions(), SettingsMother.settings());
    }
}
