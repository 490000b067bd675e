/** Sends many tickets and reconciles what became of them. */
@NullMarked
package org.navette.examples.load;

import org.jspecify.annotations.NullMarked;
