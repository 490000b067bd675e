/** Bodies that are read line by line: bulk submissions and reference data, each line with what must become of it. */
@NullMarked
package org.navette.drill.fuzz.lines;

import org.jspecify.annotations.NullMarked;
