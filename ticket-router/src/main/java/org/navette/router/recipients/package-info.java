/** Who must answer a ticket, or why its submission is refused. Knows neither Kafka nor Spring. */
@NullMarked
package org.navette.router.recipients;

import org.jspecify.annotations.NullMarked;
