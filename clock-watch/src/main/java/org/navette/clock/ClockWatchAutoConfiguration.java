package org.navette.clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class ClockWatchAutoConfiguration {

    @Bean
    ClockWatch clockWatch() {
        return new ClockWatch();
    }
}
