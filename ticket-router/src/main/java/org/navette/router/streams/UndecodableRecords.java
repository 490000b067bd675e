package org.navette.router.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.navette.schemas.DeadLetterSize;

/** Sends a record that can't be decoded to the dead letters; stops where the registry is away. */
public final class UndecodableRecords extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Failures.isAround(exception)) {
            return Response.fail();
        }
        return Response.resume(super.handleError(context, record, exception).deadLetterQueueRecords().stream()
                .map(letter -> DeadLetterSize.fitting(letter, StreamsSettings.REQUEST_BYTES))
                .toList());
    }
}
