package org.navette.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesInStepTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private final Properties french = read("fr");
    private final Properties english = read("en");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(french.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void with_the_same_arguments() {
        assertThat(french.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(french, key)).isEqualTo(arguments(english, key)));
    }

    @Test
    void an_apostrophe_would_quote_what_follows_in_a_message_with_arguments() {
        assertThat(french.values()).noneMatch(message -> message.toString().contains("'"));
        assertThat(english.values()).noneMatch(message -> message.toString().contains("'"));
    }

    private static long arguments(Properties messages, String key) {
        return ARGUMENT.matcher(messages.getProperty(key)).results().count();
    }

    private static Properties read(String language) {
        Properties messages = new Properties();
        try (var in = MessagesInStepTest.class.getResourceAsStream("/mail/messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }
}
