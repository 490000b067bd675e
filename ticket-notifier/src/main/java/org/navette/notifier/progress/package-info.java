/** Order and progress: what is done, what waits, where a restart begins. Plain Java. */
@NullMarked
package org.navette.notifier.progress;

import org.jspecify.annotations.NullMarked;
