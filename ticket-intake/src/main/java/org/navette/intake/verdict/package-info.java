/** Waiting for what the router makes of a submission. */
@NullMarked
package org.navette.intake.verdict;

import org.jspecify.annotations.NullMarked;
