/** What facts make of tickets: plain Java on the messages, no framework. */
@NullMarked
package org.navette.query.facts;

import org.jspecify.annotations.NullMarked;
