/** The read model in MongoDB, and how far it has come in the log. */
@NullMarked
package org.navette.query.store;

import org.jspecify.annotations.NullMarked;
