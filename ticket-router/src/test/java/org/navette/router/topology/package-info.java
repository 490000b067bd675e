@NullMarked
package org.navette.router.topology;

import org.jspecify.annotations.NullMarked;
