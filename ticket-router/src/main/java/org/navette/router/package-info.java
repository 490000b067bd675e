/** Judges submissions, owns the state of tickets and carries them to their recipients. */
@NullMarked
package org.navette.router;

import org.jspecify.annotations.NullMarked;
