/** Which facts are told to the issuer, and what may stand in an e-mail. Plain Java. */
@NullMarked
package org.navette.notifier.letter;

import org.jspecify.annotations.NullMarked;
