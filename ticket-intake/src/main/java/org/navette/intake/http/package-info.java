/** Requests read within limits, answers and problems in two languages. */
@NullMarked
package org.navette.intake.http;

import org.jspecify.annotations.NullMarked;
