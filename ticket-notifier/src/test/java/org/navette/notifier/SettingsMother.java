package org.navette.notifier;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.util.unit.DataSize;

public final class SettingsMother {

    private SettingsMother() {}

    public static NotifierSettings settings(int smtpPort) {
        Duration second = Duration.ofSeconds(1);
        return new NotifierSettings(
                new NotifierSettings.Kafka("localhost:1", "http://localhost:1", false, 12, "ticket-notifier", second),
                new NotifierSettings.Smtp(
                        "127.0.0.1", smtpPort, "", "", NotifierSettings.Smtp.Security.NONE, second, second, second, 1),
                new NotifierSettings.Mail(
                        "no-reply@navette.example",
                        "Navette – élève",
                        "support@navette.example",
                        "navette.example",
                        "https://portal.example/tickets/{number}",
                        ZoneId.of("Europe/Paris")),
                new NotifierSettings.Delivery(
                        1, 1, DataSize.ofMegabytes(1), second, second, second, second, second, second));
    }
}
