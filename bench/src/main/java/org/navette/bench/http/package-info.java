/** A lean load generator whose latencies count from the moment at which a request was due. */
@NullMarked
package org.navette.bench.http;

import org.jspecify.annotations.NullMarked;
