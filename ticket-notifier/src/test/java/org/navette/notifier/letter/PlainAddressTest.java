package org.navette.notifier.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"jeanne@dupont.example", "a.b+c_d%e@x-y.example", "o'neill@dupont.example"})
    void takes_an_address_as_it_is(String address) {
        assertThat(PlainAddress.parse(address)).contains(new PlainAddress(address));
    }

    @Test
    void encodes_a_domain_in_another_script() {
        assertThat(PlainAddress.parse("a@bücher.example")).contains(new PlainAddress("a@xn--bcher-kva.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.example",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\n",
                "a\r\nRCPT TO:<c@d.example>@b.example",
                "a@b.example,c@d.example",
                "a@b.example>",
                "<a@b.example>",
                "Jeanne <a@b.example>",
                "\"support@bank.example\" <a@b.example>",
                "\"a\"@b.example",
                "a b@c.example",
                "a@b@c.example",
                "a@[127.0.0.1]",
                "group:a@b.example;",
                "a(comment)@b.example",
                "é@b.example",
                "a@b..example",
                "a@-b.example",
                "a\u0000@b.example",
                "a@b\u2028.example",
                "=?utf-8?q?a?= <a@b.example>"
            })
    void refuses_whatever_is_more_or_less_than_one_address(String typed) {
        assertThat(PlainAddress.parse(typed)).isEmpty();
    }

    @Test
    void refuses_what_is_too_long() {
        assertThat(PlainAddress.parse("a".repeat(250) + "@b.example")).isEmpty();
    }
}
