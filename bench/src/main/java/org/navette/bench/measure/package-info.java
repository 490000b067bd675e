/** The measurements, one class each. */
@NullMarked
package org.navette.bench.measure;

import org.jspecify.annotations.NullMarked;
