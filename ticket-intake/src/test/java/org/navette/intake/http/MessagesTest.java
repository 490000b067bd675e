package org.navette.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern FIELD_CODE = Pattern.compile(
            "FieldError\\.(of|detailed)\\(\\s*[^,()]+(?:\\([^()]*\\))?,\\s*\"([a-z-]+)\"(?:,\\s*\"([a-z-]+)\")?");
    private static final Pattern PROBLEM_CODE = Pattern.compile("Problem(?:\\.of)?\\(\\s*\\d{3},\\s*\"([a-z-]+)\"");

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        Properties french = texts("fr");
        Properties english = texts("en");

        assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertThat(arguments(english, key)).as(key).isEqualTo(arguments(french, key));
        }
    }

    @Test
    void noTextHasAnApostropheThatItsFormatWouldSwallow() throws IOException {
        for (String language : Set.of("fr", "en")) {
            texts(language)
                    .forEach((key, text) ->
                            assertThat((String) text).as(key.toString()).doesNotContain("'"));
        }
    }

    @Test
    void everyCodeInTheSourcesHasItsText() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                FIELD_CODE.matcher(source).results().forEach(found -> keys.add(fieldKey(found)));
                PROBLEM_CODE.matcher(source).results().forEach(found -> keys.add("problem." + found.group(1)));
            }
        }

        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(texts("fr").stringPropertyNames()).containsAll(keys);
    }

    private static String fieldKey(MatchResult found) {
        boolean detailed = found.group(1).equals("detailed") && found.group(3) != null;
        return "field." + found.group(2) + (detailed ? "." + found.group(3) : "");
    }

    private static Set<String> arguments(Properties texts, String key) {
        return ARGUMENT.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/intake-messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
