/**
 * One run from its plan to its closed evidence: passes record, compare names the cases still open, the next pass asks
 * only those. Knows the suite through {@link org.stackparity.run.SuiteRunner} alone.
 */
@NullMarked
package org.stackparity.run;

import org.jspecify.annotations.NullMarked;
