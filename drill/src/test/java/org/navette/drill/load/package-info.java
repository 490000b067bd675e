@NullMarked
package org.navette.drill.load;

import org.jspecify.annotations.NullMarked;
