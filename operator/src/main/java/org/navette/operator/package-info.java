/** What an operator runs against a pipeline. */
@NullMarked
package org.navette.operator;

import org.jspecify.annotations.NullMarked;
