/** Writing to Kafka, and whether that can be done now. */
@NullMarked
package org.navette.intake.publish;

import org.jspecify.annotations.NullMarked;
