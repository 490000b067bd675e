@NullMarked
package org.navette.drill.fuzz.http;

import org.jspecify.annotations.NullMarked;
