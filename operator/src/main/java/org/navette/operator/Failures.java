package org.navette.operator;

/** Failures as an operator reads them. */
final class Failures {

    private Failures() {}

    /** The failure and its causes, outermost first, without a stack trace. */
    static String inOneLine(Throwable failure) {
        StringBuilder line = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (line.indexOf(message) < 0) {
                line.append(line.isEmpty() ? "" : ": ").append(message);
            }
        }
        return line.toString();
    }
}
