/** What is within reach, for probes and people. */
@NullMarked
package org.navette.intake.health;

import org.jspecify.annotations.NullMarked;
