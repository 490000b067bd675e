/** Starts the topology, watches it, and brings it back. */
@NullMarked
package org.navette.router.streams;

import org.jspecify.annotations.NullMarked;
