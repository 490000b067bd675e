package org.navette.notifier.smtp;

import java.time.Clock;
import org.navette.notifier.NotifierSettings;
import org.navette.notifier.template.LetterTemplates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {

    @Bean
    MailServer mailServer(NotifierSettings settings, LetterTemplates templates) {
        return new MailServer(settings, templates, Clock.systemUTC());
    }

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    GateKeeper gateKeeper(Gate gate, MailServer server) {
        return new GateKeeper(gate, server);
    }
}
