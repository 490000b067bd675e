package org.navette.drill.fuzz.http;

import java.nio.charset.StandardCharsets;

/** Bytes as a person can read and copy them. */
public final class Printable {

    private Printable() {}

    /** Whatever is not visible ASCII as {@code \xNN}; cut where it is longer than that. */
    public static String of(byte[] bytes, int most) {
        var text = new StringBuilder();
        for (var b : bytes) {
            if (text.length() >= most) {
                return text.append("… (").append(bytes.length).append(" bytes)").toString();
            }
            var c = b & 0xFF;
            if (c == '\r' || c == '\n') {
                text.append(c == '\r' ? "\\r" : "\\n");
            } else if (c < ' ' || c > '~') {
                text.append(String.format("\\x%02X", c));
            } else {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    public static String of(String text, int most) {
        return of(text.getBytes(StandardCharsets.UTF_8), most);
    }
}
