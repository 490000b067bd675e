/** Fields as they came in, and what may be wrong with one: plain Java, no framework. */
@NullMarked
package org.navette.intake.fields;

import org.jspecify.annotations.NullMarked;
