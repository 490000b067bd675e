/** From a letter to its subject, its text and its HTML. */
@NullMarked
package org.navette.notifier.template;

import org.jspecify.annotations.NullMarked;
