package org.navette.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"accepted\":3,\"rejected\":0}\n", "{\"accepted\":0,\"rejected\":0}"})
    void are_loaded_where_every_line_was_taken(String body) {
        assertThatCode(() -> ReferenceData.requireAllAccepted("organisations", 200, body))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"line\":3,\"status\":503,\"code\":\"line-unconfirmed\"}\n{\"accepted\":2,\"rejected\":1}\n",
                "{\"line\":2,\"status\":503,\"code\":\"stopping\"}\n"
            })
    void are_not_loaded_where_a_line_was_not(String body) {
        assertThatThrownBy(() -> ReferenceData.requireAllAccepted("organisations", 200, body))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("organisations");
    }
}
