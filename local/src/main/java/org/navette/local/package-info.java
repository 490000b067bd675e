@NullMarked
package org.navette.local;

import org.jspecify.annotations.NullMarked;
