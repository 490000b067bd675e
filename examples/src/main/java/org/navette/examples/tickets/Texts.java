package org.navette.examples.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What people write, from texts.yaml. */
final class Texts {

    record Language(
            Map<String, List<String>> titles, List<String> openings, List<String> details, List<String> closings) {}

    record Text(String title, String description) {}

    private final Map<String, Language> languages;

    Texts() {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream("/texts.yaml"))) {
            languages = new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Text about(String category, String language, Dice dice) {
        Language words = languages.get(language);
        StringBuilder description = new StringBuilder(dice.pick(words.openings())).append("\n\n");
        for (int i = dice.upTo(5); i >= 0; i--) {
            description.append(dice.pick(words.details())).append(dice.once(3) ? "\n" : " ");
        }
        description.append("\n\n").append(dice.pick(words.closings()));
        List<String> titles =
                words.titles().getOrDefault(category, words.titles().get("other"));
        return new Text(dice.pick(titles), description.toString());
    }
}
