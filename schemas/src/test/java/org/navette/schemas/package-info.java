@NullMarked
package org.navette.schemas;

import org.jspecify.annotations.NullMarked;
