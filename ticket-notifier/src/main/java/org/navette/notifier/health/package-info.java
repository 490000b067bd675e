/** What readiness says. */
@NullMarked
package org.navette.notifier.health;

import org.jspecify.annotations.NullMarked;
