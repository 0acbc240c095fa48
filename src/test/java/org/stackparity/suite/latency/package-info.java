/** Checks of how long a stack takes to answer, measured side by side, and of its distance to what it depends on. */
@NullMarked
package org.stackparity.suite.latency;

import org.jspecify.annotations.NullMarked;
