@NullMarked
package org.navette.router.tickets;

import org.jspecify.annotations.NullMarked;
