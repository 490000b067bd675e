/** The mail server: connections, answers, and what to do while it is away. */
@NullMarked
package org.navette.notifier.smtp;

import org.jspecify.annotations.NullMarked;
