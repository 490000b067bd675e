/** The pipeline as processes that can be killed, frozen and started again. */
@NullMarked
package org.navette.drill.stack;

import org.jspecify.annotations.NullMarked;
