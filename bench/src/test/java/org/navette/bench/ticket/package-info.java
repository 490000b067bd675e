@NullMarked
package org.navette.bench.ticket;

import org.jspecify.annotations.NullMarked;
