@NullMarked
package org.navette.drill.check;

import org.jspecify.annotations.NullMarked;
