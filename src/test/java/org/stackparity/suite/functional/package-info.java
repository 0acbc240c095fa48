/** Checks of what the shop does: pages, calls, journeys, routes, errors, configuration, and the headers they come with. */
@NullMarked
package org.stackparity.suite.functional;

import org.jspecify.annotations.NullMarked;
