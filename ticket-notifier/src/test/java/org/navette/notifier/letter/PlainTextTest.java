package org.navette.notifier.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void a_line_has_no_line_breaks_of_any_kind() {
        assertThat(PlainText.line("a\r\nBcc: b@c.example\u2028c\u0085d\u000Be\tf", 100))
                .isEqualTo("a Bcc: b@c.example c d e f");
    }

    @Test
    void nothing_turns_the_direction_of_what_follows() {
        assertThat(PlainText.line("invoice\u202Efdp.exe\u2066", 100)).isEqualTo("invoice fdp.exe");
    }

    @Test
    void accents_emoji_and_other_scripts_stay() {
        String typed = "Élève 👩‍👧 مرحبا 漢字";

        assertThat(PlainText.line(typed, 100)).isEqualTo(typed);
        assertThat(PlainText.text(typed)).isEqualTo(typed);
    }

    @Test
    void a_long_line_is_cut_between_characters() {
        assertThat(PlainText.line("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }

    @Test
    void a_text_keeps_its_lines() {
        assertThat(PlainText.text("a\r\n\r\n  b\rc\u0000\u202Ed")).isEqualTo("a\n\n  b\ncd");
    }
}
