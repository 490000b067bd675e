/** Submissions as people write them, the same for the same seed. */
@NullMarked
package org.navette.bench.ticket;

import org.jspecify.annotations.NullMarked;
