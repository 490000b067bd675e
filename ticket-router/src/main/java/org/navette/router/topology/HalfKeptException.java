package org.navette.router.topology;

import org.apache.kafka.streams.errors.StreamsException;

/** A defect after something of a record was stored or sent: the whole must be undone, so that nothing of it is kept alone. */
final class HalfKeptException extends StreamsException {

    private static final long serialVersionUID = 1L;

    HalfKeptException(Throwable cause) {
        super(cause);
    }
}
