/** Organisations and business objects, fed in by upstream systems. */
@NullMarked
package org.navette.intake.reference;

import org.jspecify.annotations.NullMarked;
