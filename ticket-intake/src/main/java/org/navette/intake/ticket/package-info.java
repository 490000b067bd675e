/** Single submissions over HTTP. */
@NullMarked
package org.navette.intake.ticket;

import org.jspecify.annotations.NullMarked;
