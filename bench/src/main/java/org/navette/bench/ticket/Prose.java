package org.navette.bench.ticket;

import java.util.List;
import java.util.Random;

/** Titles of some forty characters; descriptions of 60 to 3 000, half of them under 400. */
final class Prose {

    private static final double MEDIAN = 380;
    private static final double SPREAD = 0.8;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 3_000;

    private static final List<String> SUBJECTS = List.of(
            "Facture rejetée sans motif",
            "Délai de paiement dépassé",
            "Erreur à l’envoi d’un fichier",
            "Impossible de se connecter depuis hier",
            "Numéro d’engagement inconnu",
            "Statut inchangé depuis trois semaines",
            "Demande de précision sur un montant",
            "Question about a payment date");

    private static final List<String> SENTENCES = List.of(
            "Bonjour, nous avons déposé ce document le mois dernier et nous n’avons reçu aucune réponse.",
            "Le montant affiché n’est pas celui que nous avions saisi.",
            "Après la mise à jour, le message « accès refusé » s’affiche à chaque tentative.",
            "Pouvez-vous nous dire quand le traitement sera terminé ?",
            "Nous joignons le détail des lignes concernées : quantité, prix unitaire, taux de TVA.",
            "Our accounting department closes its books on Friday and needs an answer before then.",
            "Le service gestionnaire nous a renvoyés vers vous, sans donner de raison.",
            "Merci d’avance pour votre aide 🙂",
            "L’écran reste blanc avec deux navigateurs différents.",
            "Cette question concerne aussi les factures des mois précédents.");

    private final Random random;

    Prose(Random random) {
        this.random = random;
    }

    String title() {
        return pick(SUBJECTS) + " – " + (100_000 + random.nextInt(900_000));
    }

    String description() {
        var length = Math.exp(Math.log(MEDIAN) + SPREAD * random.nextGaussian());
        var wanted = (int) Math.max(SHORTEST, Math.min(LONGEST, length));
        var text = new StringBuilder(wanted + 100);
        while (text.length() < wanted) {
            text.append(pick(SENTENCES)).append(random.nextInt(4) == 0 ? "\n" : " ");
        }
        return text.toString().strip();
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
