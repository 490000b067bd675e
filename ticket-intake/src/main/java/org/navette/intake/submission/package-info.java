/** What a submission must look like: plain Java, no framework. */
@NullMarked
package org.navette.intake.submission;

import org.jspecify.annotations.NullMarked;
