package org.navette.bench.http;

import java.nio.ByteBuffer;

/** Gets a response's body, piece by piece; must not keep the buffer. */
interface BodySink {

    BodySink NOWHERE = piece -> {};

    void body(ByteBuffer piece);
}
