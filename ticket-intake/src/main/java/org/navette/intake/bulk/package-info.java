/** Many submissions in one streamed request. */
@NullMarked
package org.navette.intake.bulk;

import org.jspecify.annotations.NullMarked;
