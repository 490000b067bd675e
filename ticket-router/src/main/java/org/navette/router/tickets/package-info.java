/** What becomes of a ticket: its status machine and the facts that tell it. Knows neither Kafka nor Spring. */
@NullMarked
package org.navette.router.tickets;

import org.jspecify.annotations.NullMarked;
