/** What the tests of all families of checks share. */
@NullMarked
package org.stackparity.suite;

import org.jspecify.annotations.NullMarked;
