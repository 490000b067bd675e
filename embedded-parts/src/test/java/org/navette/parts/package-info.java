@NullMarked
package org.navette.parts;

import org.jspecify.annotations.NullMarked;
