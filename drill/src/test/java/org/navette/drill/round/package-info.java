@NullMarked
package org.navette.drill.round;

import org.jspecify.annotations.NullMarked;
