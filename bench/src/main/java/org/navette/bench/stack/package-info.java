/** The processes that are measured, each started and stopped by itself. */
@NullMarked
package org.navette.bench.stack;

import org.jspecify.annotations.NullMarked;
