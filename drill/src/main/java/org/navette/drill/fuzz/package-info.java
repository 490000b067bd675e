/** Bad input of every kind, thrown at a pipeline from one seed: {@code ./navette drill fuzz}. */
@NullMarked
package org.navette.drill.fuzz;

import org.jspecify.annotations.NullMarked;
