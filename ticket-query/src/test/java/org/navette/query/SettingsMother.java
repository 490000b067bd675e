package org.navette.query;

import java.time.Duration;

/** Settings for tests without Spring. */
public final class SettingsMother {

    public static final String DATABASE = "query_settings_mother";

    private SettingsMother() {}

    public static QuerySettings settings() {
        Duration second = Duration.ofSeconds(1);
        Duration limit = Duration.ofSeconds(5);
        return new QuerySettings(
                DATABASE, "http://nowhere.invalid", 12, "query", null, 1, 500, second, second, limit, limit, limit);
    }
}
