package org.navette.intake.fields;

/** The text is not the JSON object that it should be. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public MalformedJson(int line, int column) {
        super("malformed JSON at line " + line + ", column " + column, null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
