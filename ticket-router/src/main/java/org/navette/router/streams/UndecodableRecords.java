package org.navette.router.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** Sends a record that can't be decoded to the dead letters; stops where the registry is away. */
public final class UndecodableRecords extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return Failures.isAround(exception) ? Response.fail() : super.handleError(context, record, exception);
    }
}
