@NullMarked
package org.navette.parts.mail;

import org.jspecify.annotations.NullMarked;
