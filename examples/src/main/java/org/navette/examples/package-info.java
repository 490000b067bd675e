/** What a user of the pipeline would write: tickets to try it with. */
@NullMarked
package org.navette.examples;

import org.jspecify.annotations.NullMarked;
