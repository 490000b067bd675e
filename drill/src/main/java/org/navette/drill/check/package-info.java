/** What must be true of the tickets, as a function of what was sent and what was seen. */
@NullMarked
package org.navette.drill.check;

import org.jspecify.annotations.NullMarked;
