/** Builds the read model anew from the log, beside the live one, and compares the two. */
@NullMarked
package org.navette.query.rebuild;

import org.jspecify.annotations.NullMarked;
