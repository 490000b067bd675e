/** Values that nobody expects, drawn from a seed. */
@NullMarked
package org.navette.drill.fuzz.values;

import org.jspecify.annotations.NullMarked;
