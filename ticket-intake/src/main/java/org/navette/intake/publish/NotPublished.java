package org.navette.intake.publish;

/** The broker did not confirm a record in time: it may have been written or not. A repeat makes sense. */
public final class NotPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPublished(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }
}
