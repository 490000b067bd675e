/** Requests made from the services' own descriptions, and spoilt; and what may be answered. */
@NullMarked
package org.navette.drill.fuzz.http;

import org.jspecify.annotations.NullMarked;
