/** Facts and mail outcomes from Kafka into the store. */
@NullMarked
package org.navette.query.consumption;

import org.jspecify.annotations.NullMarked;
