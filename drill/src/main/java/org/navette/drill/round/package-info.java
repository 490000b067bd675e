/** One fault after the other, each followed by a check. */
@NullMarked
package org.navette.drill.round;

import org.jspecify.annotations.NullMarked;
