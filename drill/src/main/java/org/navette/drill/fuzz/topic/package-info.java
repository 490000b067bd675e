/** Records that nobody should have written, and the dead letters that must come of them. */
@NullMarked
package org.navette.drill.fuzz.topic;

import org.jspecify.annotations.NullMarked;
