/** Ends a service when the machine's clock is set back. Whatever service has it on its class path is watched. */
@NullMarked
package org.navette.clock;

import org.jspecify.annotations.NullMarked;
