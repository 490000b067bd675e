package org.navette.drill.fuzz.lines;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.navette.drill.fuzz.http.TextFault;
import org.navette.drill.fuzz.values.Chance;

/** Entries as lines of a table, written right and wrong. */
record TableLines(ReferenceKind kind, List<String> columns) {

    /** With the columns in another order each time. */
    static TableLines of(ReferenceKind kind, Chance chance) {
        var columns = new ArrayList<>(kind.columns());
        Collections.shuffle(columns, new Random(chance.bits()));
        return new TableLines(kind, List.copyOf(columns));
    }

    String header() {
        return String.join(",", columns);
    }

    /** One that no table may have. */
    String wrongHeader(Chance chance) {
        return switch (chance.below(6)) {
            case 0 -> header() + ",no-such-column";
            case 1 -> header() + "," + columns.get(0);
            case 2 -> header().replace(',', ';');
            case 3 -> "\"" + header();
            case 4 -> columns.contains("id") ? "type,number" : "name,active";
            default -> "\u0000" + header();
        };
    }

    void add(Lines lines, Chance chance) {
        switch (chance.below(4)) {
            case 0 -> lines.add(wronglyWritten(chance), Fate.REFUSED);
            case 1 -> add(lines, kind.spoilt(chance));
            default -> add(lines, kind.entry(chance));
        }
        if (chance.oneIn(20)) {
            lines.add(" ".repeat(chance.below(3)).getBytes(StandardCharsets.US_ASCII), Fate.EITHER);
        }
    }

    private void add(Lines lines, Entry entry) {
        lines.add(bytes(row(entry)), entry.fate());
    }

    private byte[] wronglyWritten(Chance chance) {
        var row = row(kind.entry(chance));
        return switch (chance.below(8)) {
            case 0 -> bytes(row + ",more");
            case 1 -> bytes(row.substring(0, row.lastIndexOf(',')));
            case 2 -> bytes("\"" + row.replace("\"", ""));
            case 3 -> bytes("a\"b," + row);
            case 4 -> bytes("\"a\"b," + row);
            case 5 -> bytes(row + "x".repeat(TextFault.LARGEST_BODY + chance.below(100_000)));
            case 6 -> (row + "\u00FF").getBytes(StandardCharsets.ISO_8859_1);
            default -> chance.bytes(chance.between(5, 500));
        };
    }

    private String row(Entry entry) {
        return String.join(
                ",",
                columns.stream()
                        .map(column -> quoted(ReferenceKind.cell(entry.json(), column)))
                        .toList());
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\\s]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
