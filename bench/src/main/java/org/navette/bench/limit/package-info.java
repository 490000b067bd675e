/** What bounds the services: the barest thing that does the same, each a process of its own. */
@NullMarked
package org.navette.bench.limit;

import org.jspecify.annotations.NullMarked;
