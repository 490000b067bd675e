/** The catalogue, as clients see it. */
@NullMarked
package org.navette.intake.catalogue;

import org.jspecify.annotations.NullMarked;
