/** More than it can take, and clients that behave badly. */
@NullMarked
package org.navette.drill.overload;

import org.jspecify.annotations.NullMarked;
