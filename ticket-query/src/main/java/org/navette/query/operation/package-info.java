/** What operators look at: health, metrics, lag. */
@NullMarked
package org.navette.query.operation;

import org.jspecify.annotations.NullMarked;
