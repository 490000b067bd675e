/** The pipeline under faults: {@code ./navette drill}. */
@NullMarked
package org.navette.drill;

import org.jspecify.annotations.NullMarked;
