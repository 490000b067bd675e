/** What became of the tickets: in the topics, the lists and the mailbox. */
@NullMarked
package org.navette.drill.observe;

import org.jspecify.annotations.NullMarked;
