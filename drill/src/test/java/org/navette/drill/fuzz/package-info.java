@NullMarked
package org.navette.drill.fuzz;

import org.jspecify.annotations.NullMarked;
