package org.navette.intake.http;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.navette.intake.fields.FieldError;

/** The texts of problems and field errors. */
public final class Messages {

    private static final String BUNDLE = "intake-messages";

    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    public Messages() {
        for (Language language : Language.values()) {
            bundles.put(
                    language,
                    ResourceBundle.getBundle(
                            BUNDLE,
                            language.locale(),
                            // The machine's own language must not fill a gap.
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    String title(String problem, Language language) {
        return text("problem." + problem + ".title", List.of(), language);
    }

    String detail(Problem problem, Language language) {
        return text("problem." + problem.text(), problem.arguments(), language);
    }

    String of(FieldError error, Language language) {
        return text("field." + error.text(), error.arguments(), language);
    }

    private String text(String key, List<Object> arguments, Language language) {
        String pattern = bundles.get(language).containsKey(key)
                ? bundles.get(language).getString(key)
                // A code of the router that is newer than this service's texts.
                : bundles.get(language).getString("field.other");
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream().map(String::valueOf).toArray());
    }
}
