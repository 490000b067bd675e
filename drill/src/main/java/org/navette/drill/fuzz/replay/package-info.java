/** The operator's way out: dead letters listed, shown and sent again. */
@NullMarked
package org.navette.drill.fuzz.replay;

import org.jspecify.annotations.NullMarked;
