package org.navette.drill.fuzz.lines;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.navette.drill.fuzz.values.Chance;

/** Puts lines together and counts them as the service does. */
final class Lines {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final SortedMap<Long, Fate> fates = new TreeMap<>();
    private final byte[] end;
    private long number;

    Lines(Chance chance) {
        this.end = (chance.oneIn(4) ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A line that is not answered, and is counted. */
    Lines unanswered(String text) {
        number++;
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(end);
        return this;
    }

    /** A line break within it would make two of it. */
    Lines add(byte[] text, Fate fate) {
        var line = text.clone();
        for (var i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) 'x' : line[i];
        }
        number++;
        if (!isBlank(line)) {
            fates.put(number, fate);
        }
        body.writeBytes(line);
        body.writeBytes(end);
        return this;
    }

    /** A mark of the byte order is no part of the first line. */
    private boolean isBlank(byte[] line) {
        var text = new String(line, StandardCharsets.UTF_8);
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == 0xFEFF && number == 1);
    }

    byte[] body() {
        return body.toByteArray();
    }

    SortedMap<Long, Fate> fates() {
        return fates;
    }
}
