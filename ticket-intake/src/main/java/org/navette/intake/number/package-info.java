/** Ticket numbers, unique without asking anyone. */
@NullMarked
package org.navette.intake.number;

import org.jspecify.annotations.NullMarked;
