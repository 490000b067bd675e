package org.navette.notifier.template;

import org.navette.notifier.SettingsMother;

/** The templates as they ship. */
public final class Templates {

    private Templates() {}

    public static LetterTemplates asShipped() {
        return TemplateConfiguration.create(SettingsMother.settings(1));
    }
}
