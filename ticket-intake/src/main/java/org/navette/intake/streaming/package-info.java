/** Requests and answers of any length, a line at a time. */
@NullMarked
package org.navette.intake.streaming;

import org.jspecify.annotations.NullMarked;
