/** Intake: HTTP in, Kafka out. */
@NullMarked
package org.navette.intake;

import org.jspecify.annotations.NullMarked;
