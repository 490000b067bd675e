/** What comes out: figures of each run, their median and spread. */
@NullMarked
package org.navette.bench.report;

import org.jspecify.annotations.NullMarked;
