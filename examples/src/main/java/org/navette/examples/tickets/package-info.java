/** Realistic tickets, each with what must become of it. */
@NullMarked
package org.navette.examples.tickets;

import org.jspecify.annotations.NullMarked;
