@NullMarked
package org.navette.parts.broker;

import org.jspecify.annotations.NullMarked;
