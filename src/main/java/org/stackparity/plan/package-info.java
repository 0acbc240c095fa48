/** Says before the first request what will be asked of whom, and how long it takes; refuses what does not fit. */
@NullMarked
package org.stackparity.plan;

import org.jspecify.annotations.NullMarked;
