@NullMarked
package org.navette.router.streams;

import org.jspecify.annotations.NullMarked;
