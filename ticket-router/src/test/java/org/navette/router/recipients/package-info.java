@NullMarked
package org.navette.router.recipients;

import org.jspecify.annotations.NullMarked;
