@NullMarked
package org.navette.drill.fuzz.lines;

import org.jspecify.annotations.NullMarked;
