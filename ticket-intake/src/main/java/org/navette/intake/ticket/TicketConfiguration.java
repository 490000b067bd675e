package org.navette.intake.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.navette.intake.IntakeProperties;
import org.navette.intake.http.Messages;
import org.navette.intake.http.Problems;
import org.navette.intake.idempotency.Reservations;
import org.navette.intake.number.TicketNumbers;
import org.navette.intake.publish.InFlight;
import org.navette.intake.publish.Publisher;
import org.navette.intake.submission.Submissions;
import org.navette.intake.verdict.Verdicts;
import org.navette.schemas.Catalogue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Catalogue catalogue(IntakeProperties properties) {
        try (InputStream yaml = properties.catalogue().getInputStream()) {
            return Catalogue.read(yaml);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "navette.intake.catalogue: " + properties.catalogue() + ": " + e.getMessage(), e);
        }
    }

    @Bean
    Submissions submissions(Catalogue catalogue) {
        return new Submissions(catalogue);
    }

    @Bean
    TicketNumbers ticketNumbers(Clock clock) {
        return new TicketNumbers(clock, new SecureRandom());
    }

    @Bean
    Problems problems() {
        return new Problems(new Messages());
    }

    @Bean
    Repeats repeats(@Qualifier("singlePublisher") Publisher publisher) {
        return new Repeats(publisher);
    }

    @Bean
    Deposits deposits(
            TicketNumbers numbers,
            Reservations reservations,
            @Qualifier("singlePublisher") Publisher publisher,
            Repeats repeats,
            Verdicts verdicts,
            IntakeProperties properties,
            Clock clock) {
        return new Deposits(
                numbers,
                reservations,
                publisher,
                repeats,
                verdicts,
                new InFlight(properties.maxInFlight()),
                properties.retryAfter(),
                clock);
    }
}
