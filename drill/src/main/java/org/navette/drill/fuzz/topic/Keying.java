package org.navette.drill.fuzz.topic;

import java.nio.charset.StandardCharsets;
import org.apache.avro.generic.GenericRecord;

/** The key that a record asks for, as the contract has it. */
final class Keying {

    private Keying() {}

    static byte[] of(GenericRecord record) {
        return text(record).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(GenericRecord record) {
        return switch (record.getSchema().getName()) {
            case "TicketSubmitted" -> text(record, "ticket", "number");
            case "Organisation" -> text(record, "id", "scheme") + ":" + text(record, "id", "value");
            case "BusinessObject" -> record.get("id").toString();
            case "TicketAction", "MailDelivery", "TicketVerdict" -> record.get("ticketNumber")
                    .toString();
            default -> text(record, "fact", "ticketNumber");
        };
    }

    private static String text(GenericRecord record, String block, String field) {
        return ((GenericRecord) record.get(block)).get(field).toString();
    }
}
