/** Idempotency keys: one number for every repeat of a request. */
@NullMarked
package org.navette.intake.idempotency;

import org.jspecify.annotations.NullMarked;
