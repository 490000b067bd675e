/** Compiled under the profile {@code testcontainers} only: the default build needs neither Docker nor its client. */
@NullMarked
package org.navette.parts.containers;

import org.jspecify.annotations.NullMarked;
