/** The contract between the services: topics, their serdes, ticket numbers and the catalogue. */
@NullMarked
package org.navette.schemas;

import org.jspecify.annotations.NullMarked;
