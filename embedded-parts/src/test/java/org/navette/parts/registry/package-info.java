@NullMarked
package org.navette.parts.registry;

import org.jspecify.annotations.NullMarked;
