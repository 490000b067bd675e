/** How fast the pipeline is: {@code navette bench}. */
@NullMarked
package org.navette.bench;

import org.jspecify.annotations.NullMarked;
