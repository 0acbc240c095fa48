/** Checks of what carries a customer from one request to the next: his cookie, and the store behind it. */
@NullMarked
package org.stackparity.suite.session;

import org.jspecify.annotations.NullMarked;
