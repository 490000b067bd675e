@NullMarked
package org.navette.bench.http;

import org.jspecify.annotations.NullMarked;
