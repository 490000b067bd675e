/** The HTTP interface: lists, counts, details, statistics. */
@NullMarked
package org.navette.query.listing;

import org.jspecify.annotations.NullMarked;
