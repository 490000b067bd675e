@NullMarked
package org.navette.bench.report;

import org.jspecify.annotations.NullMarked;
