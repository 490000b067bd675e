@NullMarked
package org.navette.drill.fuzz.topic;

import org.jspecify.annotations.NullMarked;
