/** Facts in, e-mails out. */
@NullMarked
package org.navette.notifier;

import org.jspecify.annotations.NullMarked;
