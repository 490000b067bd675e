package org.navette.router.topology;

/** A record that can be read, but that nothing can be done with; trying again would not help. */
public class PoisonRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message without anything of the record's content, because it is logged */
    public PoisonRecordException(String message) {
        super(message);
    }
}
