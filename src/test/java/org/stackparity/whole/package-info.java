/**
 * Whole runs: the distribution as a user has it, and every seedable defect against the checks that must find it. Started
 * by Failsafe.
 */
@NullMarked
package org.stackparity.whole;

import org.jspecify.annotations.NullMarked;
