@NullMarked
package org.navette.drill.overload;

import org.jspecify.annotations.NullMarked;
