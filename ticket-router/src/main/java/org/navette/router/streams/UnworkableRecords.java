package org.navette.router.streams;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.navette.schemas.DeadLetterSize;

/**
 * Sends a record that the topology fails on to the dead letters; stops where the state can't be read or written, or an
 * outcome can't be sent: a sink's failure comes by here too.
 */
public final class UnworkableRecords extends LogAndContinueProcessingExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (Failures.isAround(exception) || Failures.isOfOutcome(exception)) {
            return Response.fail();
        }
        return Response.resume(super.handleError(context, record, exception).deadLetterQueueRecords().stream()
                .map(letter -> DeadLetterSize.fitting(letter, StreamsSettings.REQUEST_BYTES))
                .toList());
    }
}
