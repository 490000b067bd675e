package org.navette.query.consumption;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.navette.query.SettingsMother;

class ConsumptionTest {

    private static final int LIMIT_MILLIS = 10_000;

    private final Consumers consumers = mock();
    private final ConsumptionState state = mock();
    private final Consumption consumption =
            new Consumption(consumers, mock(), mock(), mock(), mock(), state, mock(), SettingsMother.settings());

    @Test
    void aConsumerThatRunsOutOfMemoryIsToldAndMadeAnew() {
        when(consumers.create(anyString())).thenThrow(new OutOfMemoryError("planted"));
        consumption.start();
        try {
            verify(state, timeout(LIMIT_MILLIS).atLeastOnce()).trouble(anyString(), contains("planted"));
            verify(consumers, timeout(LIMIT_MILLIS).atLeast(2)).create(anyString());
        } finally {
            consumption.stop();
        }
    }
}
