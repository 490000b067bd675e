package org.navette.drill.fuzz.topic;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.navette.drill.fuzz.values.Chance;
import org.navette.drill.fuzz.values.OddTexts;

/**
 * Records of any type: as they usually are, or with extreme values in some of their fields. A record about a ticket names
 * it wherever it names one.
 */
final class Values {

    /** Never long ago, whenever the cases are thrown: the router doesn't judge what it may have forgotten. */
    private static final long YEAR_2100 = 4_102_444_800_000L;

    private static final List<Long> MOMENTS = List.of(
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -1L,
            0L,
            253_402_300_800_000L,
            -62_135_596_800_001L,
            8_640_000_000_000_001L);
    private static final List<Integer> NUMBERS = List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0, 1_000_000);
    private static final int EXTREME_IN = 6;
    private static final int HUGE_IN = 60;
    private static final int LARGEST_TEXT = 300_000;

    private final Chance chance;
    private final String ticketNumber;
    private final boolean extreme;
    private boolean isHuge;

    private Values(Chance chance, String ticketNumber, boolean extreme) {
        this.chance = chance;
        this.ticketNumber = ticketNumber;
        this.extreme = extreme;
    }

    static GenericRecord usual(Schema type, String ticketNumber, Chance chance) {
        return new Values(chance, ticketNumber, false).record(type);
    }

    static GenericRecord extreme(Schema type, String ticketNumber, Chance chance) {
        return new Values(chance, ticketNumber, true).record(type);
    }

    private GenericRecord record(Schema type) {
        var record = new GenericData.Record(type);
        for (var field : type.getFields()) {
            record.put(field.pos(), value(type.getName(), field.name(), field.schema()));
        }
        return record;
    }

    private @Nullable Object value(String record, String field, Schema type) {
        var isExtreme = extreme && chance.oneIn(EXTREME_IN);
        return switch (type.getType()) {
            case RECORD -> record(type);
            case UNION -> chance.oneIn(2)
                    ? null
                    : value(record, field, type.getTypes().get(1));
            case ARRAY -> array(type, isExtreme);
            case STRING -> isExtreme ? extremeText() : text(record, field);
            case INT -> isExtreme ? chance.any(NUMBERS) : integer(record, field);
            case LONG -> isExtreme ? chance.any(MOMENTS) : (Object) (YEAR_2100 + chance.below(Integer.MAX_VALUE) * 50L);
            case BOOLEAN -> chance.oneIn(2);
            case ENUM -> new GenericData.EnumSymbol(type, symbol(field, type, isExtreme));
            default -> throw new IllegalArgumentException("no values of " + type);
        };
    }

    private List<Object> array(Schema type, boolean isExtreme) {
        var elements = new ArrayList<Object>();
        for (var left = isExtreme ? 2_000 : chance.below(3); left > 0; left--) {
            elements.add(value("", "", type.getElementType()));
        }
        return elements;
    }

    private String text(String record, String field) {
        return switch (field) {
            case "ticketNumber" -> ticketNumber;
            case "number" -> record.equals("Ticket") ? ticketNumber : "F/" + chance.below(1_000);
            case "email" -> "fuzz@fuzz.example";
            case "language" -> chance.any("fr", "en");
            case "scheme" -> "OTHER";
            case "value" -> "FUZZ-" + chance.below(1_000_000);
            case "id", "actionId", "submissionId", "messageId" -> "fuzz-" + chance.bits();
            default -> OddTexts.plain(chance, chance.between(1, 30));
        };
    }

    /** A large one at most once: together they must fit into a record. */
    private String extremeText() {
        if (!isHuge && chance.oneIn(HUGE_IN)) {
            isHuge = true;
            return chance.any("a", "é ", "\u0000", "\n").repeat(LARGEST_TEXT / 3);
        }
        // Avro has no halves of surrogate pairs: they become question marks.
        return OddTexts.any(chance);
    }

    /** The first fact of a ticket is version 1. */
    private int integer(String record, String field) {
        return switch (field) {
            case "version" -> chance.between(2, 5);
            case "verdictPartition" -> chance.below(12);
            default -> chance.between(1, 2_000);
        };
    }

    /** As usual every ticket is one for technical support, which needs nothing more. */
    private String symbol(String field, Schema type, boolean isExtreme) {
        if (!isExtreme && field.equals("destination")) {
            return "TECHNICAL_SUPPORT";
        }
        if (!isExtreme && field.equals("requirement")) {
            return "NOTHING";
        }
        var symbols = type.getEnumSymbols();
        return isExtreme ? chance.any(symbols) : symbols.get(chance.below(symbols.size() - 1));
    }
}
