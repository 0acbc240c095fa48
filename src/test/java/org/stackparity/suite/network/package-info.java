/** Checks of the connections that a stack makes: where they lead, and how many fail. */
@NullMarked
package org.stackparity.suite.network;

import org.jspecify.annotations.NullMarked;
