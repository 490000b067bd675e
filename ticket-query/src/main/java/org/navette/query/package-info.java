/** The read side: projects facts into MongoDB and serves lists and details. */
@NullMarked
package org.navette.query;

import org.jspecify.annotations.NullMarked;
