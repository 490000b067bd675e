package org.navette.router.streams;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** Sends a record that the topology fails on to the dead letters; stops where the state can't be read or written. */
public final class UnworkableRecords extends LogAndContinueProcessingExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return Failures.isAround(exception) ? Response.fail() : super.handleError(context, record, exception);
    }
}
