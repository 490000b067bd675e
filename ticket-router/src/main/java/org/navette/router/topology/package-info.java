/** The Kafka Streams topology: which record goes where, and what is remembered. */
@NullMarked
package org.navette.router.topology;

import org.jspecify.annotations.NullMarked;
