package org.navette.intake.reference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a line, separated by commas, in quotation marks where they need it (RFC 4180). A cell can't hold a line
 * break, so that one line that is wrong spoils no other.
 */
final class CsvLine {

    private final String text;
    private final List<String> cells = new ArrayList<>();
    private int at;

    private CsvLine(String text) {
        this.text = text;
    }

    /** @return empty where it is not UTF-8, or a quotation mark stands where none may */
    static Optional<List<String>> cells(byte[] line, int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
            CsvLine csv = new CsvLine(text);
            return csv.read() ? Optional.of(csv.cells) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private boolean read() {
        do {
            boolean fine = at < text.length() && text.charAt(at) == '"' ? readQuoted() : readPlain();
            if (!fine) {
                return false;
            }
        } while (at++ < text.length());
        return true;
    }

    private boolean readPlain() {
        int end = text.indexOf(',', at);
        String cell = text.substring(at, end < 0 ? text.length() : end);
        cells.add(cell.strip());
        at += cell.length();
        return cell.indexOf('"') < 0;
    }

    private boolean readQuoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                cells.add(cell.toString());
                return at == text.length() || text.charAt(at) == ',';
            }
        }
        return false;
    }
}
