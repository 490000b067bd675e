/** Tickets whose outcome is known beforehand, sent at a steady rate, and every answer to them. */
@NullMarked
package org.navette.drill.load;

import org.jspecify.annotations.NullMarked;
