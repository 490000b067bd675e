@NullMarked
package org.navette.operator;

import org.jspecify.annotations.NullMarked;
