package org.navette.notifier.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.navette.messages.Ticket;
import org.navette.notifier.FactMother;
import org.navette.notifier.letter.Letters;
import org.navette.schemas.TicketNumber;

class LetterTemplatesTest {

    private final LetterTemplates templates = Templates.asShipped();
    private final String number = FactMother.number();
    private final String grouped = new TicketNumber(number).grouped();

    @Test
    void a_confirmation_tells_number_matter_and_where_to_follow_it() {
        Wording wording = opened("fr", true);

        assertThat(wording.subject()).isEqualTo("[" + grouped + "] Ticket déposé\u00a0: Facture non payée");
        assertThat(wording.text())
                .contains(grouped, "Factures émises", "Ville de Lille – Service voirie", "F-2026/001")
                .contains("https://portal.example/tickets/" + number);
        assertThat(wording.html())
                .contains("<html lang=\"fr\">", grouped, "href=\"https://portal.example/tickets/" + number + "\"")
                .doesNotContain(" th:");
    }

    @Test
    void it_speaks_english_to_those_who_chose_it() {
        Wording wording = opened("en", true);

        assertThat(wording.subject()).isEqualTo("[" + grouped + "] Ticket received: Facture non payée");
        assertThat(wording.text()).contains("Hello,", "Issued invoices").doesNotContain("Bonjour");
        assertThat(wording.html()).contains("<html lang=\"en\">", "Follow the ticket");
    }

    @Test
    void who_is_not_connected_gets_neither_a_link_nor_the_words_of_a_stranger() {
        Wording wording = opened("fr", false);

        assertThat(wording.subject()).isEqualTo("[" + grouped + "] Ticket déposé");
        assertThat(wording.text())
                .contains("déposé sans connexion", grouped)
                .doesNotContain("http", "Facture non payée");
        assertThat(wording.html()).doesNotContain("href", "Facture non payée");
    }

    @Test
    void a_refusal_tells_why_and_an_unknown_code_as_it_is() {
        assertThat(refused("object-not-found").text()).contains("Aucun objet ne porte ce numéro");
        assertThat(refused("brand-new").text()).contains("(motif brand-new)");
        assertThat(refused("brand-new").html()).contains("(motif brand-new)");
    }

    @Test
    void requests_and_solutions_carry_the_text_line_by_line() {
        Wording request = templates.render(
                Letters.about(FactMother.requested(number, 2, "a@b.example")).orElseThrow());
        Wording solution = templates.render(
                Letters.about(FactMother.proposed(number, 3, "a@b.example")).orElseThrow());

        assertThat(request.text()).contains("Quel est le numéro\nde la commande ?");
        assertThat(request.html()).contains("white-space:pre-line", "Quel est le numéro\nde la commande ?");
        assertThat(solution.text()).contains("La facture a été payée.", "Acceptez ou refusez");
    }

    @Test
    void nothing_typed_becomes_html_or_template() {
        String nasty =
                "</title><script>alert(1)</script> \"' ${3333*3333} [[${3333*3333}]] [(${3333*3333})] #{hello} {0} &amp;";
        var opened = FactMother.opened(number, ticket -> ticket.setTitle(nasty));
        Wording wording = templates.render(Letters.about(opened).orElseThrow());

        assertThat(wording.html()).doesNotContain("<script>").contains("&lt;script&gt;", "${3333*3333}", "&amp;amp;");
        assertThat(wording.text()).contains(nasty).doesNotContain("11108889");
        assertThat(wording.subject()).doesNotContain("11108889");
    }

    @Test
    void a_title_with_line_breaks_stays_one_line() {
        var opened = FactMother.opened(number, ticket -> ticket.setTitle("a\r\nBcc: x@y.example\r\n\r\nbody"));
        Wording wording = templates.render(Letters.about(opened).orElseThrow());

        assertThat(wording.subject()).endsWith("a Bcc: x@y.example body");
        assertThat(wording.text()).contains("Titre\u00a0: a Bcc: x@y.example body\n");
    }

    private Wording opened(String language, boolean connected) {
        return templates.render(Letters.about(FactMother.opened(number, (Ticket ticket) -> {
                    ticket.getIssuer().setLanguage(language);
                    ticket.getIssuer().setConnected(connected);
                }))
                .orElseThrow());
    }

    private Wording refused(String code) {
        return templates.render(
                Letters.about(FactMother.refused(number, "a@b.example", code)).orElseThrow());
    }
}
