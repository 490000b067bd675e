package org.navette.drill.fuzz.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.navette.messages.Classification;
import org.navette.messages.Destination;
import org.navette.messages.Issuer;
import org.navette.messages.Requirement;
import org.navette.messages.Ticket;
import org.navette.messages.TicketSubmitted;
import org.navette.messages.Wording;

/** A submission with nothing wrong. */
final class Samples {

    private static final Wording LABEL = new Wording("Mot de passe oublié", "Forgotten password");

    private Samples() {}

    /** In Avro, without a frame. */
    static byte[] submitted(String number) {
        var classification = new Classification(
                "connection", LABEL, "forgotten-password", LABEL, Destination.TECHNICAL_SUPPORT, Requirement.NOTHING);
        var issuer = new Issuer(false, null, null, null, null, "replayed@fuzz.example", "en");
        var ticket = new Ticket(
                number, Instant.now(), classification, null, issuer, "Replayed", "Died once, and came back.");
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(TicketSubmitted.class)
                    .write(new TicketSubmitted("replay-" + number, ticket, null, null, null), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("not written to memory", e);
        }
        return bytes.toByteArray();
    }
}
