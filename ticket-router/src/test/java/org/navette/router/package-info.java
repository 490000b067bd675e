@NullMarked
package org.navette.router;

import org.jspecify.annotations.NullMarked;
