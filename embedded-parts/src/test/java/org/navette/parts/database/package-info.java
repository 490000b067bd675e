@NullMarked
package org.navette.parts.database;

import org.jspecify.annotations.NullMarked;
