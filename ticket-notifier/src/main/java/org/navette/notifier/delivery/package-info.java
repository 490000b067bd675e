/** From ticket-events to the mail server, and the outcomes to mail-deliveries. */
@NullMarked
package org.navette.notifier.delivery;

import org.jspecify.annotations.NullMarked;
